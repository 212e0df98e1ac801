"""The four figures of the bid workbook that are read from afar."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.edition import Edition
from workbook_templates.figures import percent, sentence, shown
from workbook_templates.page import Card, Cards


def four_cards(edition: Edition) -> Cards:
    """Declare cost per conversion, conversion rate, stop line, and what was spent beyond it."""
    _ = edition.say
    return Cards(
        [
            Card(
                *(_("Cost per conversion"), Unit.MONEY, _or_dash("account_cpc")),
                "=" + _cost(edition),
                _("All keywords together: total cost over total conversions."),
            ),
            Card(
                *(_("Conversion rate"), Unit.FRACTION, _or_dash("account_cvr")),
                "=" + _rate(edition),
                _("Conversions per click. It turns the target into a bid."),
                shown=edition.formats.rate,
            ),
            Card(
                *(_("Stop line"), Unit.MONEY, _or_dash("stop_line")),
                "=" + _line(edition),
                _("Spend without a conversion that rules the target out."),
            ),
            Card(
                *(_("Spent beyond the stop line"), Unit.MONEY, _or_dash("beyond_stop")),
                "=" + _stopped(edition),
                _("What could have been kept by stopping at the line."),
            ),
        ]
    )


def _or_dash(name: str) -> str:
    return f'IF({name}="","{figures.NO_FIGURE}",{name})'


def _cost(edition: Edition) -> str:
    _ = edition.say
    digits = edition.formats.digits
    told = sentence(
        _("{sure} % interval: {low} to {high}"),
        sure=percent("confidence"),
        low=shown("account_low", digits),
        high=shown("account_high", digits),
    )
    least = sentence(_("No conversion yet: at least {low}"), low=shown("account_low", digits))
    nothing = f'"{_("Fill in the Keywords sheet.")}"'
    refunded = f'"{_("The cost is negative: see the data checks.")}"'
    return (
        f"IF(account_cost<0,{refunded},IF(ISNUMBER(account_high),{told},"
        f"IF(ISNUMBER(account_low),{least},{nothing})))"
    )


def _rate(edition: Edition) -> str:
    _ = edition.say
    told = sentence(
        _("{sure} % interval: {low} to {high} %"),
        sure=percent("confidence"),
        low=shown("account_cvr_low*100", 2),
        high=shown("account_cvr_high*100", 2),
    )
    return f'IF(ISNUMBER(account_cvr_low),{told},"{_("Fill in clicks and conversions.")}")'


def _line(edition: Edition) -> str:
    _ = edition.say
    told = sentence(
        _("Target {target}, {sure} % sure"),
        target=shown("target", edition.formats.digits),
        sure=percent("confidence"),
    )
    return f'IF(N(target)>0,{told},"{_("Fill in the target in Settings.")}")'


def _stopped(edition: Edition) -> str:
    _ = edition.say
    told = sentence(_("Keywords past the line: {count}"), count="stopped_keywords")
    return f'IF(beyond_stop="","{_("Needs target and keywords.")}",{told})'
