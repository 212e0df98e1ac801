"""The three figures that are never the same, side by side."""

from collections.abc import Sequence

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.edition import Edition
from workbook_templates.figures import sentence, shown
from workbook_templates.page import Card, Cards


def three_cards(edition: Edition) -> Cards:
    """Declare the paid, blended and fully loaded figure side by side, each named."""
    _ = edition.say
    invitation = sentence(_("Fill in the Paid sheet, and the figure stands here."))
    elsewhere = sentence(_("No row is counted in the period: see Settings and Data checks."))
    nothing = f'IF(COUNTIF(paid_cost,">0")>0,{elsewhere},{invitation})'
    return cards(edition, ("paid", "blended", "loaded"), nothing)


def cards(edition: Edition, names: Sequence[str], nothing: str) -> Cards:
    """Declare some of the three figures; `nothing` is the formula of what stands for none."""
    _ = edition.say
    notes = {
        "paid": (
            _("Paid cost per conversion"),
            _("Conversion cost over paid conversions. This is the cost per conversion."),
        ),
        "blended": (
            _("Blended"),
            _("Conversion cost over all conversions. It falls when people come by themselves."),
        ),
        "loaded": (
            _("Fully loaded"),
            _("All costs, organic work too, over all conversions. Not to judge a campaign by."),
        ),
    }
    return Cards(
        [
            Card(
                title,
                Unit.MONEY,
                f'IF({name}_figure="","{figures.NO_FIGURE}",{name}_figure)',
                "=" + _interval(edition, name, nothing),
                note,
            )
            for name, (title, note) in notes.items()
            if name in names
        ]
    )


def _interval(edition: Edition, name: str, nothing: str) -> str:
    _ = edition.say
    sign = "%" if edition.formats.percent.endswith("0%") else " %"
    sure = f'{figures.percent("confidence")}&"{sign}"'
    told = sentence(
        _("{sure} interval: {low} to {high}"),
        sure=sure,
        low=shown(f"{name}_figure_low", edition.formats.digits),
        high=shown(f"{name}_figure_high", edition.formats.digits),
    )
    least = sentence(
        _("No conversion yet: at least {low}"),
        low=shown(f"{name}_figure_low", edition.formats.digits),
    )
    return (
        f'IF({name}_figure="",{nothing},IF(ISNUMBER({name}_figure_high),{told},'
        f'IF(ISNUMBER({name}_figure_low),{least},"")))'
    )
