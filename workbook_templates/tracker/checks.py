"""The data checks of the report: what was found, how much it concerns, and the cure."""

from workbook_templates.checks import Check, check_grid
from workbook_templates.edition import Edition
from workbook_templates.page import Grid
from workbook_templates.sheet import Sheet


def checks(edition: Edition, paid: Sheet, organic: Sheet) -> Grid:
    """Declare the checks of the tracker's sheets."""
    return check_grid(edition, (*_rows(edition, paid, organic), *_meaning(edition, paid)))


def _rows(edition: Edition, paid: Sheet, organic: Sheet) -> list[Check]:
    """Return the checks of single rows."""
    _ = edition.say
    outside = '{sheet}_date,"<"&period_start', '{sheet}_date,">="&period_end+1'

    def out(function: str, sheet: str, amount: str = "") -> str:
        return "+".join(f"{function}({amount}{test.format(sheet=sheet)})" for test in outside)

    keys = paid.whole("row_key")
    texts = "+".join(
        f"SUMPRODUCT(--ISTEXT({sheet.whole(key)}))"
        for sheet, key in (
            *((paid, key) for key in ("date", "cost", "clicks", "conversions", "value")),
            *((organic, key) for key in ("date", "conversions", "value")),
        )
    )
    return [
        Check(
            _("Numbers or dates that are text"),
            texts,
            "",
            _("They are not counted. Type them again, or use Data > Text to Columns."),
        ),
        Check(
            _("Paid rows with a cost but no date"),
            'COUNTIF(paid_cost,">0")-COUNTIFS(paid_cost,">0",paid_date,">0")',
            'SUMIFS(paid_cost,paid_cost,">0")-SUMIFS(paid_cost,paid_cost,">0",paid_date,">0")',
            _("They are not counted. Give the date, or delete the row if it is a total line."),
        ),
        Check(
            _("Paid rows outside the period"),
            out("COUNTIFS", "paid"),
            out("SUMIFS", "paid", "paid_cost,"),
            _("They are not counted. Change the first month in Settings if they belong here."),
        ),
        Check(
            _("Organic rows outside the period"),
            out("COUNTIFS", "organic"),
            "",
            _("They are not counted. Change the first month in Settings if they belong here."),
        ),
        Check(
            _("Paid rows below the table"),
            f'MAX(0,COUNTIF(paid_cost,">0")-COUNTIF({paid.whole("cost")},">0"))',
            f"ROUND(SUM(paid_cost)-SUM({paid.whole('cost')}),6)",
            _("They are counted, but not in Campaigns. Drag the table's corner down over them."),
        ),
        Check(
            _("Paid rows that repeat day, campaign and cost"),
            f"IF(COUNT({keys})=0,0,COUNT({keys})-SUMPRODUCT(--(FREQUENCY({keys},{keys})>0)))",
            "",
            _("Pasted twice? Then delete one of them: both are counted."),
        ),
        Check(
            _("Negative cost"),
            'COUNTIF(paid_cost,"<0")+COUNTIF(costs_cost,"<0")',
            'SUMIFS(paid_cost,paid_cost,"<0")+SUMIFS(costs_cost,costs_cost,"<0")',
            _("Net a refund against the cost it belongs to."),
        ),
        Check(
            _("More conversions than clicks"),
            _true_rows(paid, "({conversions}>{clicks})*({clicks}>0)"),
            "",
            _("Views may convert without a click; otherwise look for a mixed-up column."),
        ),
    ]


def _meaning(edition: Edition, paid: Sheet) -> list[Check]:
    """Return the checks of what the rows mean together."""
    _ = edition.say
    young = 'paid_date,">"&exported_on-conversion_window,paid_date,"<"&period_end+1'
    return [
        Check(
            _("Conversions without cost"),
            'COUNTIF(paid_conversions,">0")-COUNTIFS(paid_conversions,">0",paid_cost,">0")',
            "",
            _("Free conversions make the figure too low. Is it organic traffic?"),
        ),
        Check(
            _("Paid rows whose channel is not on the list"),
            'COUNTIFS(paid_cost,">0")-SUMPRODUCT((channels_name<>"")*'
            'COUNTIFS(paid_cost,">0",paid_channel,channels_name))',
            "ROUND(media_cost-SUM(by_channel_cost),6)",
            _("They are in the total. Correct the name, or add the channel in Settings."),
        ),
        Check(
            _("Costs whose category no rule names"),
            'COUNTIFS(costs_cost,">0")-SUMPRODUCT((rules_category<>"")*'
            'COUNTIFS(costs_cost,">0",costs_category,rules_category))',
            "unplaced_cost",
            _("They are in no paid figure. Choose a category, or add a rule in Settings."),
        ),
        Check(
            _("Categories with two rules"),
            '(SUMPRODUCT((rules_category<>"")*COUNTIF(rules_category,rules_category))'
            '-SUMPRODUCT(--(rules_category<>"")))/2',
            "",
            _("Their costs are summed twice. Leave one rule for each category in Settings."),
        ),
        Check(
            _("Days that are younger than the conversion window"),
            f'IF(N(exported_on)=0,0,COUNTIFS(paid_cost,">0",{young}))',
            f"IF(N(exported_on)=0,0,SUMIFS(paid_cost,{young}))",
            _("Conversions may still come in: their cost per conversion looks too high."),
        ),
        Check(
            _("Target above break-even"),
            "IF(N(target)*N(breakeven)=0,0,--(target>breakeven))",
            "",
            _("A conversion at target loses money. Lower the target in Settings."),
        ),
        Check(
            _("More than 200 campaigns"),
            f"MAX(0,COUNT({paid.whole('first')})-200)",
            "",
            _("The rest are in every total, but not in the list of campaigns."),
        ),
        Check(
            _("Cost lines without a date"),
            'COUNTIF(costs_cost,">0")-COUNTIFS(costs_cost,">0",costs_date,">0")',
            'SUMIFS(costs_cost,costs_cost,">0")-SUMIFS(costs_cost,costs_cost,">0",costs_date,">0")',
            _("They are not counted. Give the day or month that they belong to."),
        ),
    ]


def _true_rows(sheet: Sheet, test: str) -> str:
    return f"SUMPRODUCT({test.format_map(_Whole(sheet))})"


class _Whole(dict[str, str]):
    """The whole column of the table behind each {key}."""

    def __init__(self, sheet: Sheet) -> None:
        super().__init__({column.key: sheet.whole(column.key) for column in sheet.columns})
