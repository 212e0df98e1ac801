"""What a person sees: the first page of a workbook, kept for a look."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.calc.office import Book

PICTURES = Path(__file__).parents[2] / "pictures"
PDF = "calc_pdf_Export"
LEAST = 10_000  # bytes: an empty page has fewer


def pictured(book: Book, folder: Path, name: str) -> str:
    """Print a workbook, keep its first page as a picture, and return the text on that page."""
    printed = str(book.save(folder / f"{name}.pdf", PDF))
    PICTURES.mkdir(exist_ok=True)
    target = PICTURES / name
    _ran("pdftoppm", "-png", "-r", "70", "-singlefile", printed, str(target))
    assert target.with_suffix(".png").stat().st_size > LEAST
    return _ran("pdftotext", "-l", "1", printed, "-")


def _ran(program: str, *arguments: str) -> str:
    path = shutil.which(program)
    if path is None:
        pytest.fail(f"{program} is not on the path: apt-get install poppler-utils")
    run = subprocess.run([path, *arguments], check=True, capture_output=True, text=True)  # noqa: S603 - files of our own
    return run.stdout
