"""The data checks of the bid workbook."""

from collections.abc import Callable

from workbook_templates.bids.account import SUMMED, replaced
from workbook_templates.checks import Check, check_grid
from workbook_templates.edition import Edition
from workbook_templates.page import Grid
from workbook_templates.sheet import Sheet

Whole = Callable[[str], str]


def keyword_checks(edition: Edition, keywords: Sheet) -> Grid:
    """Declare the checks of the Keywords sheet."""
    whole = keywords.whole
    return check_grid(
        edition, (*_not_counted(edition, whole), *_rows(edition, whole), *_settings(edition, whole))
    )


def _not_counted(edition: Edition, whole: Whole) -> list[Check]:
    """Return the checks of rows that are in no sum, and of those that are in it twice."""
    _ = edition.say
    spare = "+".join(f"SUMPRODUCT(--ISTEXT({whole(key)}))" for key in ("impressions", "bid"))
    return [
        Check(
            _("Rows with text for a number"),
            "SUM(keywords_text)",
            "ROUND(SUM(keywords_cost)-account_cost,6)",
            _("They are not counted. Type them again, or use Data > Text to Columns."),
        ),
        Check(
            _("Bids or impressions that are text"),
            spare,
            "",
            _("Type them again: with such a bid there is no suggestion."),
        ),
        Check(
            _("Total lines"),
            "SUM(keywords_total_line)",
            "SUMIFS(keywords_cost,keywords_total_line,1)",
            _("Delete them: they are counted twice. They get no suggestion."),
        ),
        Check(
            _("Rows below the table"),
            f'MAX(0,COUNTIF(keywords_cost,">0")-COUNTIF({whole("cost")},">0"))',
            f"ROUND(SUM(keywords_cost)-SUM({whole('cost')}),6)",
            _("They are in the totals only. Drag the table's corner down over them."),
        ),
    ]


def _rows(edition: Edition, whole: Whole) -> list[Check]:
    """Return the checks of what a row says."""
    _ = edition.say
    impossible = (
        f"(ISNUMBER({whole('clicks')})*ISNUMBER({whole('conversions')})"
        f"*({whole('conversions')}>{whole('clicks')}))"
    )
    free, costly = 'keywords_conversions,">0"', 'keywords_cost,">0"'
    return [
        Check(
            _("More conversions than clicks"),
            f"SUMPRODUCT({impossible})",
            f"SUMPRODUCT({impossible},{whole('cost')})",
            _("There is no safe bid for them. Count one event, and only clicks of the ad."),
        ),
        Check(
            _("Conversions without cost"),
            f'COUNTIFS({free},keywords_cost,"<=0")+COUNTIFS({free},keywords_cost,"=")',
            "",
            _("Free conversions make the figure too low. Is it organic traffic?"),
        ),
        Check(
            _("Cost without clicks"),
            f'COUNTIFS({costly},keywords_clicks,"<=0")+COUNTIFS({costly},keywords_clicks,"=")',
            f'SUMIFS(keywords_cost,{costly},keywords_clicks,"<=0")'
            f'+SUMIFS(keywords_cost,{costly},keywords_clicks,"=")',
            _("No bid can be worked out. Fill in the clicks."),
        ),
        Check(
            _("Negative amounts or counts"),
            "+".join(f'COUNTIF(keywords_{key},"<0")' for key in SUMMED),
            'SUMIF(keywords_cost,"<0")',
            _("Net a refund against the cost it belongs to."),
        ),
        Check(
            _("Keywords that stand more than once"),
            "SUM(keywords_repeated)",
            "SUMIFS(keywords_cost,keywords_repeated,1)",
            _("Each line is judged alone. Sum lines of the same keyword and match type."),
        ),
    ]


def _settings(edition: Edition, whole: Whole) -> list[Check]:
    """Return the checks of numbers that are out of bounds."""
    _ = edition.say
    scores = whole("quality")
    return [
        Check(
            _("Quality scores that are not 1 to 10"),
            "wrong_scores",
            f"SUMPRODUCT(ISNUMBER({scores})*(COUNTIF(score_bar_score,{scores})=0),{whole('cost')})",
            _("The account has no weighted score until they are whole numbers of 1 to 10."),
        ),
        Check(
            _("Settings that are missing or impossible"),
            replaced(),
            "",
            _("Confidence 95 %, sureness 80 % and buffer 0 % stand in for them."),
        ),
    ]
