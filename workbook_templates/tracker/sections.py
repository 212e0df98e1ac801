"""The parts of the Report sheet, which the report of exports has too."""

from workbook_templates.edition import Edition
from workbook_templates.figures import sentence, shown
from workbook_templates.page import Block, Charts, Heading, PageBreak, Text
from workbook_templates.tracker import charts, figure_tables, money_tables
from workbook_templates.tracker.filled import Filled

HALF_A_PAGE = 15  # channels in a table that leaves room for their charts on the page


def verdict(edition: Edition) -> Text:
    """Declare how the paid figure stands against the target and break-even."""
    _ = edition.say
    told = sentence(
        _("Paid cost per conversion against the target of {target}: {verdict}."),
        target=shown("target", edition.formats.digits),
        verdict="paid_figure_verdict",
    )
    margin = sentence(
        _("Break-even is {breakeven}: a conversion leaves {profit}."),
        breakeven=shown("breakeven", edition.formats.digits),
        profit=shown("breakeven-paid_figure", edition.formats.digits),
    )
    known = "AND(ISNUMBER(breakeven),ISNUMBER(paid_figure))"
    formula = f'IF(paid_figure_verdict="","",{told}&" ")&IF({known},{margin},"")'
    return Text(f"={formula}", lines=1, strong=True)


def warning(edition: Edition) -> Text:
    """Declare what asks for a look."""
    _ = edition.say
    unplaced = sentence(
        _("{amount} of costs have no rule and are not in the paid figure: see Data checks."),
        amount=shown("unplaced_cost", edition.formats.digits),
    )
    found = sentence(_("{count} of the data checks below ask for a look."), count="checks_to_see")
    formula = f'IF(ABS(unplaced_cost)>0,{unplaced},IF(checks_to_see>0,{found},""))'
    return Text(f"={formula}", lines=1, strong=True)


def month_chart(edition: Edition, filled: Filled) -> list[Block]:
    """Declare the chart of the figure by month."""
    _ = edition.say
    return [
        Charts((charts.months(edition, from_zero=filled.from_zero),)),
        Text(
            _(
                "A bar runs from the low to the high limit; the seam between the two blues is "
                "the figure. A month without a conversion has none."
            ),
            quiet=True,
        ),
    ]


def side_by_side(edition: Edition) -> list[Block]:
    """Declare paid beside organic traffic."""
    _ = edition.say
    return [Heading(_("Paid and organic side by side")), money_tables.two_groups(edition)]


def where_the_money_went(edition: Edition) -> list[Block]:
    """Declare what every cost is."""
    _ = edition.say
    return [Heading(_("Where the money went")), money_tables.money(edition)]


def by_channel(edition: Edition, filled: Filled) -> list[Block]:
    """Declare the channels with their charts."""
    _ = edition.say
    return [
        Heading(_("By channel")),
        figure_tables.channels(edition, filled),
        *([PageBreak()] if filled.channel_room > HALF_A_PAGE else []),
        Charts(
            tuple(
                chart(edition, from_zero=filled.from_zero)
                for chart in (charts.channels, charts.shares)
            ),
            lines=max(14, filled.channel_room + 4),
        ),
    ]


def by_month(edition: Edition, filled: Filled) -> list[Block]:
    """Declare the months with their charts."""
    _ = edition.say
    return [
        Heading(_("By month")),
        figure_tables.months(edition, filled),
        Charts(
            tuple(
                chart(edition, from_zero=filled.from_zero)
                for chart in (charts.costs, charts.conversions)
            ),
            lines=14,
        ),
    ]


def rankings(edition: Edition, filled: Filled) -> list[Block]:
    """Declare both ends of the campaigns."""
    _ = edition.say
    return [
        Heading(_("Cheapest campaigns, by their high limit")),
        Text(
            _("A ranking, no verdict: what they cost at worst, luck set aside."),
            quiet=True,
        ),
        figure_tables.ranking(edition, filled, "cheap", filled.cheap),
        Heading(_("Most expensive campaigns, by their low limit")),
        Text(
            _("A ranking, no verdict: what they cost at best. The verdict ends the line.")
            if filled.verdicts
            else _("A ranking, no verdict: what they cost at best."),
            quiet=True,
        ),
        figure_tables.ranking(edition, filled, "dear", filled.dear),
    ]
