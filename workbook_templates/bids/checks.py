"""The data checks of the bid workbook."""

from workbook_templates.checks import Check, check_grid
from workbook_templates.edition import Edition
from workbook_templates.page import Grid
from workbook_templates.sheet import Sheet


def keyword_checks(edition: Edition, keywords: Sheet) -> Grid:
    """Declare the checks of the Keywords sheet."""
    _ = edition.say
    whole = keywords.whole
    texts = "+".join(
        f"SUMPRODUCT(--ISTEXT({whole(key)}))"
        for key in ("cost", "impressions", "clicks", "conversions", "bid")
    )
    impossible = (
        f"(ISNUMBER({whole('clicks')})*ISNUMBER({whole('conversions')})"
        f"*({whole('conversions')}>{whole('clicks')}))"
    )
    negative = "+".join(
        f'COUNTIF(keywords_{key},"<0")' for key in ("cost", "clicks", "conversions")
    )
    return check_grid(
        edition,
        (
            Check(
                _("Numbers that are text"),
                texts,
                "",
                _("They are not counted. Type them again, or use Data > Text to Columns."),
            ),
            Check(
                _("More conversions than clicks"),
                f"SUMPRODUCT({impossible})",
                f"SUMPRODUCT({impossible},{whole('cost')})",
                _("There is no safe bid for them. Count one event, and only clicks of the ad."),
            ),
            Check(
                _("Conversions without cost"),
                'COUNTIF(keywords_conversions,">0")'
                '-COUNTIFS(keywords_conversions,">0",keywords_cost,">0")',
                "",
                _("Free conversions make the figure too low. Is it organic traffic?"),
            ),
            Check(
                _("Cost without clicks"),
                'COUNTIF(keywords_cost,">0")-COUNTIFS(keywords_cost,">0",keywords_clicks,">0")',
                'SUMIFS(keywords_cost,keywords_cost,">0")'
                '-SUMIFS(keywords_cost,keywords_cost,">0",keywords_clicks,">0")',
                _("No bid can be worked out. Fill in the clicks."),
            ),
            Check(
                _("Negative amounts or counts"),
                negative,
                "",
                _("Net a refund against the cost it belongs to."),
            ),
            Check(
                _("Keywords that stand more than once"),
                "SUM(keywords_repeated)",
                "SUMIFS(keywords_cost,keywords_repeated,1)",
                _("Each line is judged alone. Sum lines of the same keyword and match type."),
            ),
            Check(
                _("Rows below the table"),
                f'MAX(0,COUNTIF(keywords_cost,">0")-COUNTIF({whole("cost")},">0"))',
                f"ROUND(SUM(keywords_cost)-SUM({whole('cost')}),6)",
                _("They are in the totals only. Drag the table's corner down over them."),
            ),
        ),
    )
