"""One LibreOffice for all tests of a process; each test has a workbook of its own."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from addin.hosts.calc.extension import extension_files
from tests.calc.office import Book, Office, running, unpacked

ROOT = Path(__file__).parents[2]
TOOL = (
    sys.executable,
    "-c",
    f"import sys; sys.path.insert(0, {str(ROOT)!r}); from addin.cli import run; run()",
)
"""The command `cpc` of these files, whether they are installed or not."""


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("office")
    extensions = unpacked(extension_files(TOOL), folder / "extensions")
    with running(extensions, folder / "profile") as started:
        yield started


@pytest.fixture(scope="session")
def norwegian(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    folder = tmp_path_factory.mktemp("norwegian")
    extensions = unpacked(extension_files(TOOL), folder / "extensions")
    with running(extensions, folder / "profile", language="nb") as started:
        yield started


@pytest.fixture
def book(office: Office) -> Iterator[Book]:
    opened = office.new()
    yield opened
    opened.close()
