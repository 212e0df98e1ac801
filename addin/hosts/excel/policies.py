"""Settings of Office and of Windows' Defender that keep an unsigned add-in from working.

VBAWarnings is not among them: it does not bind files in trusted locations, and the start folder
is one. Of Defender's rules, "Block Office communication application from creating child
processes" binds Outlook alone.
"""

from collections.abc import Iterator
from typing import NamedTuple

from addin.hosts.excel.machine import FILE, Machine
from addin.hosts.finding import Finding

OFFICE = (
    r"Software\Policies\Microsoft\Cloud\Office\16.0",
    r"Software\Policies\Microsoft\Office\16.0",
    r"Software\Microsoft\Office\16.0",
)
"""Where a setting of Office stands, the strongest first: cloud, administrator, user."""

DISABLED = r"Software\Microsoft\Office\16.0\Excel\Resiliency\DisabledItems"

CHILDREN = "d4f940ab-401b-4efc-aadc-ad5f3c50688a"
"""Defender's rule "Block all Office applications from creating child processes"."""

RULES = (
    r"Software\Policies\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
    r"Software\Microsoft\Windows Defender\Windows Defender Exploit Guard\ASR\Rules",
)
INTUNE = r"Software\Policies\Microsoft\Windows Defender\Policy Manager"
BLOCKS, WARNS = "1", "6"

CENTRE = (
    "in Excel, File > Options > Trust Center > Trust Center Settings > {page}: clear {box}; where "
    "it is greyed out, ask your administrator"
)


class Setting(NamedTuple):
    """A setting of Office: its key and name, the value that is in the way, and what to do."""

    key: str
    name: str
    what: str
    cure: str
    wrong: str = "1"


SETTINGS = (
    Setting(
        r"Excel\Security\Trusted Locations",
        "AllLocationsDisabled",
        "Excel trusts files in its start folder",
        CENTRE.format(page="Trusted Locations", box='"Disable all Trusted Locations"'),
    ),
    Setting(
        r"Common\Security\Trusted Locations",
        "Allow User Locations",
        "Office trusts more folders than those of the administrator",
        "ask your administrator to make the start folder of Excel (XLSTART) a trusted location; "
        "where it is one already, all is well",
        wrong="0",
    ),
    Setting(
        r"Excel\Security",
        "RequireAddinSig",
        "Excel loads add-ins that nobody has signed",
        CENTRE.format(
            page="Add-ins", box='"Require Application Add-ins to be signed by Trusted Publisher"'
        ),
    ),
    Setting(
        r"Excel\Security",
        "DisableAllAddins",
        "Excel loads add-ins",
        CENTRE.format(page="Add-ins", box='"Disable all Application Add-ins"'),
    ),
    Setting(
        r"Common\Security",
        "RequireAlwaysOnMacroSig",
        "Office loads add-ins at its start that nobody has signed",
        'ask your administrator to lift the policy "Require trusted publisher signatures for '
        'macros that are always loaded"',
    ),
    Setting(
        "Common",
        "VBAOff",
        "Office runs VBA",
        'ask your administrator to lift the policy "Disable VBA for Office applications"',
    ),
)


def policies(machine: Machine) -> Iterator[Finding]:
    """Return what was looked at: the settings of Office, its list of disabled files, Defender."""
    for setting in SETTINGS:
        yield Finding(_said(setting, machine) != setting.wrong, setting.what, setting.cure)
    yield Finding(
        not any(_names_the_add_in(item) for item in machine.values_of_user(DISABLED)),
        "the add-in is not on Excel's list of disabled items",
        "in Excel, File > Options > Add-ins > Manage: Disabled Items > Go: enable " + FILE,
    )
    yield Finding(
        not _defender(machine) & {BLOCKS, WARNS},
        "Windows' Defender lets Excel start Python",
        "ask your administrator to except pythonw.exe from the rule "
        '"Block all Office applications from creating child processes"; where it is already, all '
        "is well",
    )


def _said(setting: Setting, machine: Machine) -> str:
    said = (machine.registered(rf"{office}\{setting.key}", setting.name) for office in OFFICE)
    return next(filter(None, said), "")


def _names_the_add_in(item: object) -> bool:
    """Say whether an item of the list is the add-in: three numbers, then its path in UTF-16."""
    return isinstance(item, bytes) and FILE in item.decode("utf-16-le", "ignore").lower()


def _defender(machine: Machine) -> set[str]:
    """Return how the rule is set: by a group policy, on this computer, by Intune."""
    by_intune = machine.registered(INTUNE, "ASRRules").lower()
    pairs = (rule.strip().partition("=") for rule in by_intune.split("|"))
    return {
        *(machine.registered(rules, CHILDREN) for rules in RULES),
        *(state.strip() for rule, _, state in pairs if rule.strip().strip("{}") == CHILDREN),
    }
