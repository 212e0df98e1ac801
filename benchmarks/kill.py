"""SIGKILL at random moments: of a child that does nothing but write, and of `cpc report`.

python -m benchmarks.kill [TIMES]
"""

import signal
import subprocess
import sys
import time
from collections import Counter
from hashlib import sha256
from pathlib import Path
from random import SystemRandom
from tempfile import TemporaryDirectory
from zipfile import ZipFile

CHANCE = SystemRandom()
WRITER = """
import sys
from itertools import cycle
from pathlib import Path
from workbook_templates.writing.package import write_file
target = Path(sys.argv[1])
contents = [Path(name).read_bytes() for name in sys.argv[2:]]
print("ready", flush=True)
for content in cycle(contents):
    write_file(content, target, replace=True)
"""
DEMO = [sys.executable, "-m", "addin", "demo", "-o"]
REPORT = [sys.executable, "-m", "addin", "report", "--currency", "NOK", "--force", "-o"]


def digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()


def started(command: list[str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)  # noqa: S603 - our own


def run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own


def books(folder: Path) -> list[Path]:
    """Return two workbooks with other contents: of all exports, and of one."""
    run(*DEMO, str(folder))
    second = folder / "second.xlsx"
    run(*REPORT, str(second), str(folder / "google-ads.csv"))
    return [folder / "report.xlsx", second]


def kill_writers(folder: Path, known: list[Path], times: int) -> Counter[str]:
    target = folder / "target.xlsx"
    command = [sys.executable, "-c", WRITER, *map(str, (target, *known))]
    outcomes: Counter[str] = Counter()
    for _ in range(times):
        target.write_bytes(known[0].read_bytes())
        with started(command) as child:
            assert child.stdout
            child.stdout.readline()
            time.sleep(CHANCE.uniform(0, 0.05))
            child.kill()
        outcomes[state(target, known)] += 1
    return outcomes


def kill_reports(folder: Path, known: list[Path], times: int) -> Counter[str]:
    target = folder / "again.xlsx"
    command = [*REPORT, str(target), str(folder / "google-ads.csv")]
    start = time.perf_counter()
    run(*command)
    took = time.perf_counter() - start
    outcomes: Counter[str] = Counter()
    for _ in range(times):
        target.write_bytes(known[0].read_bytes())
        with started(command) as child:
            time.sleep(CHANCE.uniform(0, took))
            child.kill()
        ended = "killed" if child.returncode == -signal.SIGKILL else "ended"
        outcomes[f"{state(target, known)}, {ended}"] += 1
    return outcomes


def state(target: Path, known: list[Path]) -> str:
    """Return which of two workbooks a file is, byte for byte."""
    for name, path in zip(("old", "new"), known, strict=True):
        if digest(target) == digest(path):
            with ZipFile(target) as archive:
                assert archive.testzip() is None
            return name
    return "BROKEN"


def main(times: int) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        known = books(folder)
        print("writer killed:", dict(kill_writers(folder, known, times)))
        print("report killed:", dict(kill_reports(folder, known, times)))
        parts = [path.name for path in folder.glob(".*")]
        print(f"parts left behind: {len(parts)} of {2 * times}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 100)
