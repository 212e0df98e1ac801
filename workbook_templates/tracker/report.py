"""The Report sheet: what a conversion costs, by channel and by month, and how far to trust it."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures, formats
from workbook_templates.edition import Edition
from workbook_templates.figures import sentence, shown, unless_zero
from workbook_templates.formula import native
from workbook_templates.page import (
    Card,
    Cards,
    Charts,
    Column,
    Grid,
    Heading,
    Page,
    PageBreak,
    Row,
    Text,
)
from workbook_templates.sheet import Sheet
from workbook_templates.tracker import charts
from workbook_templates.tracker.checks import checks
from workbook_templates.tracker.ranking import LISTED
from workbook_templates.tracker.settings import CHANNEL_ROOM


def report(edition: Edition, paid: Sheet, organic: Sheet) -> Page:
    """Declare the sheet over the sheets of data."""
    _ = edition.say
    return Page(
        title=_("Report"),
        lead=_("Everything here follows from the other sheets: change a row, and it changes."),
        blocks=(
            Text("=" + _period(edition), lines=1, strong=True),
            three_cards(edition),
            Text("=" + _told(edition), lines=1, strong=True),
            Text("=" + _warning(edition), lines=1, strong=True),
            Charts((charts.months(edition),)),
            Text(
                _(
                    "A bar runs from the low to the high limit; the seam between the two blues is "
                    "the figure. A month without a conversion has none."
                ),
                quiet=True,
            ),
            Heading(_("Paid and organic side by side")),
            _two_groups(edition),
            Heading(_("Where the money went")),
            _money(edition),
            PageBreak(),
            Heading(_("By channel")),
            _channels(edition),
            Charts((charts.channels(edition), charts.shares(edition)), lines=14),
            Heading(_("By month")),
            _months(edition),
            Charts((charts.costs(edition), charts.conversions(edition)), lines=14),
            PageBreak(),
            Heading(_("Campaigns that are surely cheap")),
            Text(_("Cheapest by the high limit: cheap even at worst."), quiet=True),
            _ranking(edition, "cheap"),
            Heading(_("Campaigns that are surely dear")),
            Text(_("Dearest by the low limit: dear even at best."), quiet=True),
            _ranking(edition, "dear"),
            Heading(_("Data checks")),
            checks(edition, paid, organic),
            Heading(_("How far to trust this")),
            *_method(edition),
        ),
    )


def three_cards(edition: Edition) -> Cards:
    """Declare the paid, blended and fully loaded figure side by side, each named."""
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
                "=" + _interval(edition, name),
                note,
            )
            for name, (title, note) in notes.items()
        ]
    )


def _period(edition: Edition) -> str:
    _ = edition.say
    event = f'IF(event="",{sentence(_("Conversions"))},event)'
    return sentence(
        _("{event}, {start} to {end}. Amounts in {currency}. {rows} rows of paid traffic."),
        event=event,
        start=figures.day("period_start"),
        end=figures.day("period_end"),
        currency="currency",
        rows=f'COUNTIFS(paid_cost,">0",{figures.IN_PERIOD.format(date="paid_date")})',
    )


def _interval(edition: Edition, name: str) -> str:
    _ = edition.say
    sure = f'{shown("confidence*100", 0)}&" %"'
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
    nothing = sentence(_("Fill in the Paid sheet, and the figure stands here."))
    return f'IF({name}_figure="",{nothing},IF(ISNUMBER({name}_figure_high),{told},{least}))'


def _told(edition: Edition) -> str:
    _ = edition.say
    told = sentence(
        _("Paid cost per conversion against the target of {target}: {verdict}."),
        target=shown("target", edition.formats.digits),
        verdict="paid_figure_verdict",
    )
    return f'IF(paid_figure_verdict="","",{told})'


def _warning(edition: Edition) -> str:
    _ = edition.say
    unplaced = sentence(
        _("{amount} of costs have no rule and are not in the paid figure: see Data checks."),
        amount=shown("unplaced_cost", edition.formats.digits),
    )
    found = sentence(_("{count} of the data checks below ask for a look."), count="checks_to_see")
    return f'IF(ABS(unplaced_cost)>0,{unplaced},IF(checks_to_see>0,{found},""))'


def _two_groups(edition: Edition) -> Grid:
    _ = edition.say
    of_all = figures.share("{conversions}", "all_converted")
    return Grid(
        "group",
        (
            Column("name", _("Traffic"), Unit.TEXT, 3),
            Column("cost", _("Cost"), Unit.MONEY, 2),
            Column("conversions", _("Conversions"), Unit.COUNT, 2),
            Column("share", _("Share of conversions"), Unit.FRACTION, 2, of_all),
            Column("value", _("Conversion value"), Unit.MONEY, 3),
        ),
        (
            Row(
                {
                    "name": _("Paid"),
                    "cost": "=conversion_cost",
                    "conversions": "=paid_converted",
                    "value": "=paid_worth",
                }
            ),
            Row(
                {
                    "name": _("Organic (its cost is beside, not divided)"),
                    "cost": "=left_out_cost+unplaced_cost",
                    "conversions": "=organic_converted",
                    "value": "=organic_worth",
                }
            ),
            Row(
                {
                    "name": _("All"),
                    "cost": "=all_cost",
                    "conversions": "=all_converted",
                    "value": "=paid_worth+organic_worth",
                },
                total=True,
            ),
        ),
    )


def _money(edition: Edition) -> Grid:
    _ = edition.say
    lines = (
        (_("Media cost"), "media_cost", _("The Paid sheet: ads placed by a third party."), False),
        (_("Other costs that count"), "counted_cost", _("The Costs sheet, by its rules."), False),
        (_("Conversion cost"), "conversion_cost", _("What the paid figure divides."), True),
        (
            _("Left out"),
            "left_out_cost",
            _("Organic work and policy lines; each with its reason on the Costs sheet."),
            False,
        ),
        (_("Not placed yet"), "unplaced_cost", _("No rule names their category."), False),
        (_("All costs"), "all_cost", _("What the fully loaded figure divides."), True),
    )
    return Grid(
        "money",
        (
            Column("name", _("Cost"), Unit.TEXT, 3),
            Column("cost", _("Amount"), Unit.MONEY, 2),
            Column("share", _("Share"), Unit.FRACTION, 1, figures.share("{cost}", "all_cost")),
            Column("reason", _("What it is"), Unit.TEXT, 6),
        ),
        [
            Row({"name": name, "cost": f"={cost}", "reason": reason}, total=total)
            for name, cost, reason, total in lines
        ],
    )


def _channels(edition: Edition) -> Grid:
    _ = edition.say
    spent = "INDEX(by_channel_cost,{number})"
    found = "INDEX(by_channel_conversions,{number})"
    listed = [f'IF({spent}+{found}>0,{what},"")' for what in (spent, found)]
    other = {"conversions": "", "share": "", "cpc": "", "low": "", "high": "", "verdict": ""}
    return Grid(
        "by_name",
        (
            Column("name", _("Channel"), Unit.TEXT, 2, 'INDEX(by_channel_name,{number})&""'),
            Column("cost", _("Cost"), Unit.MONEY, 2, listed[0]),
            Column(
                *("cost_share", _("Share of cost"), Unit.FRACTION, 1),
                figures.share("{cost}", "conversion_cost"),
            ),
            Column("conversions", _("Conv."), Unit.COUNT, 1, listed[1]),
            Column(
                *("share", _("Share of conv."), Unit.FRACTION, 1),
                figures.share("{conversions}", "paid_converted"),
            ),
            *_figure_columns(edition, span=2),
        ),
        (
            *[Row({})] * CHANNEL_ROOM,
            Row(
                {
                    "name": _("Not on the list"),
                    "cost": "=" + unless_zero("ROUND(media_cost-SUM(by_channel_cost),6)"),
                    "conversions": "="
                    + unless_zero("ROUND(paid_converted-SUM(by_channel_conversions),6)"),
                }
            ),
            Row({"name": _("Other counted"), "cost": "=" + unless_zero("counted_cost"), **other}),
            Row(
                {
                    "name": _("All paid"),
                    "cost": "=" + unless_zero("conversion_cost"),
                    "conversions": "=" + unless_zero("paid_converted"),
                },
                total=True,
            ),
        ),
    )


def _months(edition: Edition) -> Grid:
    _ = edition.say
    fell, unknown, rose = _("fell"), _("cannot tell"), _("rose")
    spent = "INDEX(by_month_cost,{number})+INDEX(by_month_other,{number})"
    found = "INDEX(by_month_conversions,{number})"
    listed = [f'IF({spent}+{found}>0,{what},"")' for what in (spent, found)]
    both = "AND(N({conversions})>0,N({conversions.above})>0,N({cost})>0,N({cost.above})>0)"
    p = native(
        "AB_CPC_P",
        cost_a="{cost.above}",
        conversions_a="{conversions.above}",
        cost_b="{cost}",
        conversions_b="{conversions}",
    )
    return Grid(
        "months",
        (
            Column(
                *("month", _("Month"), Unit.DATE, 1),
                "INDEX(by_month_start,{number})",
                shown=formats.MONTH,
            ),
            Column("cost", _("Cost"), Unit.MONEY, 2, listed[0]),
            Column("conversions", _("Conv."), Unit.COUNT, 1, listed[1]),
            *_figure_columns(edition, span=2),
            Column(
                *("change", _("Change"), Unit.FRACTION, 1),
                f'IF({both},{{cpc}}/{{cpc.above}}-1,"")',
            ),
            Column(
                *("real", _("Is it real?"), Unit.TEXT, 2),
                f'IF({{change}}="","",IF({p}>=1-confidence,"{unknown}",'
                f'IF({{change}}<0,"{fell}","{rose}")))',
                words=(fell, unknown, rose),
            ),
        ),
        (
            *[Row({})] * edition.months,
            Row(
                {
                    "month": _("All"),
                    "cost": "=" + unless_zero("SUM(months_cost)"),
                    "conversions": "=" + unless_zero("SUM(months_conversions)"),
                    "change": "",
                    "real": "",
                },
                total=True,
            ),
        ),
    )


def _figure_columns(edition: Edition, span: int) -> list[Column]:
    _ = edition.say
    return [
        Column(
            *("cpc", _("Cost per conv."), Unit.MONEY, 1),
            figures.figure("{cost}", "{conversions}"),
        ),
        Column("low", _("Low"), Unit.MONEY, 1, figures.low("{cost}", "{conversions}")),
        Column("high", _("High"), Unit.MONEY, 1, figures.high("{cost}", "{conversions}")),
        Column(
            *("verdict", _("Against target"), Unit.TEXT, span),
            figures.verdict(edition, "{low}", "{high}"),
            words=figures.verdicts(edition),
        ),
    ]


def _ranking(edition: Edition, which: str) -> Grid:
    _ = edition.say
    place = f"INDEX({which}_place,{{number}})"

    def of(key: str) -> str:
        return f'IF({place}="","",INDEX(campaign_{key},{place}))'

    return Grid(
        f"{which}_campaigns",
        (
            Column("channel", _("Channel"), Unit.TEXT, 2, of("channel")),
            Column("name", _("Campaign"), Unit.TEXT, 3, of("name")),
            Column("cost", _("Cost"), Unit.MONEY, 1, of("cost")),
            Column("conversions", _("Conv."), Unit.COUNT, 1, of("conversions")),
            Column("cpc", _("Cost per conv."), Unit.MONEY, 1, of("cpc")),
            Column("low", _("Low"), Unit.MONEY, 1, of("low")),
            Column("high", _("High"), Unit.MONEY, 1, of("high")),
            Column(
                *("verdict", _("Against target"), Unit.TEXT, 2),
                of("verdict"),
                words=figures.verdicts(edition),
            ),
        ),
        [Row({})] * LISTED,
    )


def _method(edition: Edition) -> list[Text]:
    _ = edition.say
    conversions = shown("paid_converted", 0)
    grade = sentence(
        _("{count} conversions, graded {grade}: the high limit is {factor} times the low."),
        count=conversions,
        grade="paid_grade",
        factor=shown("paid_figure_high/paid_figure_low"),
    )
    spread = sentence(
        _(
            "Months differ {spread} times as much as chance alone would make them: the truth is "
            "less certain than the intervals say."
        ),
        spread=shown("spread", 1),
    )
    calm = sentence(_("Months differ no more than the intervals allow for."))
    return [
        Text(f'=IF(N(paid_figure_high)=0,"",{grade})', lines=1, strong=True),
        Text(f'=IF(spread="","",IF(spread>1.5,{spread},{calm}))', lines=1),
        Text(
            _(
                "Every figure is a ratio of sums, never an average of ratios. The interval is the "
                "exact one for a Poisson count (Garwood 1936): cost is known, conversions are "
                "counted and could by chance have been more or fewer."
            )
        ),
        Text(
            _(
                "It covers chance alone. It does not cover how the platform credits conversions, "
                "conversions that come in late, a season, or a campaign picked because it looked "
                "good. Looking every day until a verdict appears makes it wrong more often."
            )
        ),
        Text(
            _(
                "What a conversion may cost depends on trade, product and funnel. There is no "
                "figure that is good for everyone; compare with your own target and break-even."
            )
        ),
    ]
