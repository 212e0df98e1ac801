"""Settings of Office and of Defender that keep the add-in from working, as status tells them."""

from dataclasses import replace
from pathlib import Path
from struct import pack

import pytest

from addin.hosts.excel.install import install
from tests.machines import Made, windows_in, wrong

CHILDREN = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
OUTLOOK = "26190899-1602-49e8-8b27-eb1d0a1ce869"
GROUP = r"Software\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
LOCAL = r"Software\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules"
INTUNE = r"Software\Policies\Microsoft\Windows Defender\Policy Manager"
"""Where the rules stand: "Troubleshoot Microsoft Defender settings" on learn.microsoft.com."""

POLICY = r"Software\Policies\Microsoft\Office\16.0"
CLOUD = r"Software\Policies\Microsoft\Cloud\Office\16.0"
OWN = r"Software\Microsoft\Office\16.0"
"""Keys and names below: the administrative templates of Office, as on admx.help."""


@pytest.fixture
def windows(tmp_path: Path) -> Made:
    made = windows_in(tmp_path)
    list(install(made))
    return made


def set_to(value: str, *places: tuple[str, str]) -> dict[tuple[str, str], str]:
    return dict.fromkeys(places, value)


def disabled_item(path: str) -> bytes:
    """Return an item as Excel keeps it: kind, lengths in bytes, path and title in UTF-16."""
    texts = [f"{text}\0".encode("utf-16-le") for text in (path, "an add-in")]
    return pack("<III", 1, *map(len, texts)) + b"".join(texts)


@pytest.mark.parametrize("root", [POLICY, CLOUD, OWN])
@pytest.mark.parametrize(
    ("key", "name", "value", "what"),
    [
        (r"Excel\Security\Trusted Locations", "AllLocationsDisabled", "1", "its start folder"),
        (r"Common\Security\Trusted Locations", "Allow User Locations", "0", "trusts more folders"),
        (r"Excel\Security", "RequireAddinSig", "1", "that nobody has signed"),
        (r"Excel\Security", "DisableAllAddins", "1", "Excel loads add-ins"),
        (r"Common\Security", "RequireAlwaysOnMacroSig", "1", "at its start"),
        ("Common", "VBAOff", "1", "runs VBA"),
    ],
)
def test_a_setting_of_office_that_is_in_the_way(
    root: str, key: str, name: str, value: str, what: str, windows: Made
) -> None:
    place = (rf"{root}\{key}", name)
    ((said, cure),) = wrong(replace(windows, registry=set_to(value, place)))
    assert what in said
    assert "administrator" in cure
    other = {"0": "1", "1": "0"}[value]
    assert wrong(replace(windows, registry=set_to(other, place))) == []


def test_a_policy_is_stronger_than_what_the_user_set(windows: Made) -> None:
    place = (r"\Excel\Security", "RequireAddinSig")
    registry = {(f"{POLICY}{place[0]}", place[1]): "0", (f"{OWN}{place[0]}", place[1]): "1"}
    assert wrong(replace(windows, registry=registry)) == []


@pytest.mark.parametrize("value", ["3", "4"])
def test_the_start_folder_is_trusted_whatever_macros_elsewhere_may_do(
    value: str, windows: Made
) -> None:
    warnings = set_to(value, (rf"{POLICY}\Excel\Security", "VBAWarnings"))
    assert wrong(replace(windows, registry=warnings)) == []


@pytest.mark.parametrize(
    "registry",
    [
        {(GROUP, CHILDREN): "1"},
        {(LOCAL, CHILDREN): "1"},
        {(GROUP, CHILDREN): "6"},
        {(INTUNE, "ASRRules"): f"{OUTLOOK}=2|{CHILDREN.upper()}=1"},
        {(INTUNE, "ASRRules"): f"{{{CHILDREN}}}=6"},
    ],
)
def test_the_rule_of_defender_that_keeps_excel_from_starting_python(
    registry: dict[tuple[str, str], str], windows: Made
) -> None:
    ((what, cure),) = wrong(replace(windows, registry=registry))
    assert what == "Windows' Defender lets Excel start Python"
    assert "pythonw.exe" in cure


@pytest.mark.parametrize(
    "registry",
    [
        {(GROUP, CHILDREN): "2"},
        {(INTUNE, "ASRRules"): f"{CHILDREN}=2|{OUTLOOK}=1"},
        {(GROUP, OUTLOOK): "1"},
    ],
)
def test_a_rule_that_only_notes_or_binds_outlook_is_not_in_the_way(
    registry: dict[tuple[str, str], str], windows: Made
) -> None:
    assert wrong(replace(windows, registry=registry)) == []


def test_an_add_in_that_excel_disabled_after_a_crash(windows: Made) -> None:
    items = (
        disabled_item(r"C:\other.xlam"),
        disabled_item(r"C:\Users\Å\AppData\Roaming\Microsoft\Excel\XLSTART\CPC.XLAM"),
    )
    ((what, cure),) = wrong(replace(windows, disabled=items))
    assert "disabled items" in what
    assert "Disabled Items > Go" in cure
    assert wrong(replace(windows, disabled=items[:1])) == []
