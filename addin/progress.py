"""What is being done, on a terminal; into a pipe nothing is said."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def shown_progress(steps: int) -> Iterator[Callable[[str], None]]:
    """Show a bar on stderr while work is done; what it gives is told the name of each step."""
    if not sys.stderr.isatty():
        yield _say_nothing
        return
    from rich.console import Console  # only a terminal needs it
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    console = Console(stderr=True, markup=False)
    with Progress(
        SpinnerColumn(),
        BarColumn(bar_width=24),
        TimeElapsedColumn(),
        TextColumn("{task.description}", markup=False),
        console=console,
        transient=True,
    ) as progress:
        task = progress.add_task("", total=steps)
        begun = False

        def tell(step: str) -> None:
            nonlocal begun
            progress.update(task, description=step, advance=1 if begun else 0)
            begun = True

        yield tell


def _say_nothing(_step: str) -> None:
    """Tell a pipe nothing."""
