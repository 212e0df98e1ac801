"""How the command line tells what it cannot do: one sentence on stderr, and exit code 2."""

from collections.abc import Iterator
from contextlib import contextmanager

import typer

from addin.exit_codes import UNREADABLE


@contextmanager
def refusing() -> Iterator[None]:
    """End the command with the sentence of what could not be read, if that is raised inside."""
    from addin.exports.text_file import Unreadable  # `cpc --version` reads nothing

    try:
        yield
    except Unreadable as reason:
        from addin.printed import seen

        lines = f"cpc: {reason}".split("\n")
        typer.echo("\n".join(map(seen, lines)), err=True)  # without signs a terminal would obey
        raise typer.Exit(UNREADABLE) from None
