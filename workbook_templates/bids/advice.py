"""What to do about a keyword, told by its interval alone: the words and their formula."""

from enum import IntEnum

from workbook_templates.edition import Edition

# An interval whose high limit is three times its low is "too few" to SALT as well.
WIDEST = 3


class Advice(IntEnum):
    """What to do, from good news to bad."""

    RAISE = 0
    KEEP = 1
    TOO_EARLY = 2
    LOWER = 3
    STOP = 4


def words(edition: Edition) -> tuple[str, ...]:
    """Return the suggestions in the order of Advice."""
    _ = edition.say
    return (
        _("room to raise"),
        _("keep"),
        _("too early to tell"),
        _("lower the bid"),
        _("stop"),
    )


def meanings(edition: Edition) -> tuple[str, ...]:
    """Return when each suggestion is given, in the order of Advice."""
    _ = edition.say
    return (
        _("The whole interval is below the target, and the bid is below maximum and safe bid."),
        _("The interval holds the target and is narrow; or the bid already does what it should."),
        _("The interval holds the target and is wide: high at least three times low."),
        _("The whole interval is above the target, and the bid is above the maximum or safe bid."),
        _("No conversion, and the cost has reached the stop line."),
    )


def yes_no(edition: Edition) -> tuple[str, str]:
    """Return the words for a stop line that was reached, and one that was not."""
    _ = edition.say
    return _("yes"), _("no")


def suggestion(edition: Edition) -> str:
    """Return the formula of a keyword's suggestion; empty without a target, cost or sound row."""
    say = words(edition)
    yes, _no = yes_no(edition)
    room, keep, early, lower, stop = (f'"{say[advice]}"' for advice in Advice)
    return (
        'IF(OR(N(target)<=0,N({cost})<=0,{judged}=0),"",'
        f'IF({{stop}}="{yes}",{stop},'
        f"IF(N({{low}})>target,IF({{paid}}>{{careful}},{lower},{keep}),"
        f"IF(NOT(ISNUMBER({{high}})),{early},"
        f"IF({{high}}<target,IF({{careful}}>{{paid}},{room},{keep}),"
        f"IF({{high}}<{WIDEST}*{{low}},{keep},{early}))))))"
    )


def bid_to_set(edition: Edition) -> str:
    """Return the formula of the bid that a suggestion to lower or raise comes down to."""
    say = words(edition)
    changes = f'OR({{suggestion}}="{say[Advice.LOWER]}",{{suggestion}}="{say[Advice.RAISE]}")'
    return f'IF(AND({changes},{{careful}}>0),{{careful}},"")'
