"""The gates that a change must pass: `python tests/check.py`, on every system."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
GATES = ("ruff check", "ruff format --check", "mypy", "pytest -q -n auto --dist loadfile")


def passes(gate: str) -> bool:
    """Run one gate and return whether it passes."""
    print(f"== {gate}", flush=True)  # noqa: T201 - the report of the run
    command = [sys.executable, "-m", *gate.split()]
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0  # noqa: S603 - own list


if __name__ == "__main__":
    failed = [gate for gate in GATES if not passes(gate)]
    sys.exit(f"Failed: {', '.join(failed)}" if failed else 0)
