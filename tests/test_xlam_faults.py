"""Each way to break the add-in is noticed, by the lint or by the trial in the interpreter."""

from pathlib import Path

import pytest

from addin.hosts.excel.build import build
from addin.hosts.excel.settings import Settings
from tests.xlam.behaviour import BEHAVIOUR
from tests.xlam.breaking import Fault, broken
from tests.xlam.faults import CODE, PACKAGE, PROJECT_FILE, TAB
from tests.xlam.lint import problems
from tests.xlam.trial import WRONG, Trial

BUILT = build(Settings(r"C:\Python\pythonw.exe", "0.37.8"))
SEEN = PACKAGE | TAB | PROJECT_FILE | CODE
SHOWN = {
    name: (trial, fault) for trial, faults in BEHAVIOUR.items() for name, fault in faults.items()
}


def test_the_add_in_itself_passes_the_lint() -> None:
    assert list(problems(broken(BUILT, lambda _: None))) == []


@pytest.mark.parametrize("trial", BEHAVIOUR, ids=lambda trial: trial.__name__)
def test_the_add_in_itself_passes_the_trial(trial: Trial, tmp_path: Path) -> None:
    trial(saved(BUILT, tmp_path))


@pytest.mark.parametrize("fault", SEEN.values(), ids=SEEN)
def test_the_lint_sees(fault: Fault) -> None:
    assert next(problems(broken(BUILT, fault)), "")


@pytest.mark.parametrize(("trial", "fault"), SHOWN.values(), ids=SHOWN)
def test_the_trial_shows(trial: Trial, fault: Fault, tmp_path: Path) -> None:
    with pytest.raises(WRONG):
        trial(saved(broken(BUILT, fault), tmp_path))


def saved(content: bytes, folder: Path) -> Path:
    path = folder / "cpc.xlam"
    path.write_bytes(content)
    return path
