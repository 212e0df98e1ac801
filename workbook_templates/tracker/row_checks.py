"""The checks of single rows: what is not counted, and what is counted twice."""

from workbook_templates.checks import Check
from workbook_templates.edition import Edition
from workbook_templates.sheet import Sheet
from workbook_templates.total_lines import counted
from workbook_templates.tracker.sums import outside, texts, undated


def lost(edition: Edition, paid: Sheet, organic: Sheet, costs: Sheet) -> list[Check]:
    """Return the checks of rows that are in no figure."""
    _ = edition.say
    move = _("They are not counted. Change the first month in Settings if they belong here.")
    written = "+".join(
        (
            texts(paid, ("date", "cost", "clicks", "conversions", "value")),
            texts(organic, ("date", "conversions", "value")),
            texts(costs, ("date", "cost")),
        )
    )
    return [
        Check(
            _("Numbers or dates that are text"),
            written,
            "",
            _("Their rows are not counted. Type them again, or use Data > Text to Columns."),
        ),
        Check(
            _("Paid rows with a cost but no date"),
            *undated("paid", "cost"),
            _("They are not counted. Give the date, or delete the row if it is a total line."),
        ),
        Check(
            _("Organic rows with conversions but no date"),
            undated("organic", "conversions")[0],
            "",
            _("They are not counted. Give the date, or delete the row if it is a total line."),
        ),
        Check(
            _("Cost lines without a date"),
            *undated("costs", "cost"),
            _("They are not counted. Give the day or month that they belong to."),
        ),
        Check(
            _("Paid rows outside the period"),
            outside("COUNTIFS", "paid"),
            outside("SUMIFS", "paid", "paid_cost"),
            move,
        ),
        Check(_("Organic rows outside the period"), outside("COUNTIFS", "organic"), "", move),
        Check(
            _("Cost lines outside the period"),
            outside("COUNTIFS", "costs"),
            outside("SUMIFS", "costs", "costs_cost"),
            move,
        ),
    ]


def doubtful(edition: Edition, paid: Sheet) -> list[Check]:
    """Return the checks of rows that are counted and perhaps should not be."""
    _ = edition.say
    keys, clicks, conversions = (paid.whole(key) for key in ("row_key", "clicks", "conversions"))
    numbers = f"ISNUMBER({clicks})*ISNUMBER({conversions})"
    labels = "+".join(counted(f"paid_{key}") for key in ("campaign", "channel"))
    return [
        Check(
            _("Paid rows that look like total lines"),
            labels,
            "",
            _("A total line is counted twice. Delete it."),
        ),
        Check(
            _("Paid rows that repeat day, campaign and cost"),
            f"IF(COUNT({keys})=0,0,COUNT({keys})-SUMPRODUCT(--(FREQUENCY({keys},{keys})>0)))",
            "",
            _("Pasted twice? Then delete one of them: both are counted."),
        ),
        Check(
            _("Paid rows below the table"),
            f'MAX(0,COUNTIF(paid_cost,">0")-COUNTIF({paid.whole("cost")},">0"))',
            f"ROUND(SUM(paid_cost)-SUM({paid.whole('cost')}),6)",
            _(
                "They are counted, but not in Campaigns. Drag the table's corner down over them, "
                "or make a longer one: cpc new tracker --rows."
            ),
        ),
        Check(
            _("Negative numbers"),
            "+".join(
                f'COUNTIF({name},"<0")'
                for name in ("paid_cost", "paid_conversions", "costs_cost", "organic_conversions")
            ),
            'SUMIFS(paid_cost,paid_cost,"<0")+SUMIFS(costs_cost,costs_cost,"<0")',
            _("Net a refund against the cost it belongs to."),
        ),
        Check(
            _("More conversions than clicks"),
            f"SUMPRODUCT({numbers}*({conversions}>{clicks})*({clicks}>0))",
            "",
            _("Views may convert without a click; otherwise look for a mixed-up column."),
        ),
        Check(
            _("Conversions without cost"),
            'COUNTIFS(paid_conversions,">0",paid_cost,"=")'
            '+COUNTIFS(paid_conversions,">0",paid_cost,"<=0")',
            "",
            _("Free conversions make the figure too low. Is it organic traffic?"),
        ),
    ]
