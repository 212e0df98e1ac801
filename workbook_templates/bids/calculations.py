"""The Calculations sheet of the bid workbook: every figure between keywords and Overview."""

from cpc_functions.catalogue import Unit
from workbook_templates.bars import bar_columns
from workbook_templates.bids.account import account, beyond, in_use, prior, total
from workbook_templates.edition import Edition
from workbook_templates.formula import native
from workbook_templates.page import Column, Field, Grid, Heading, Page, Row
from workbook_templates.ranking import ranked
from workbook_templates.sheet import Sheet

LISTED = 10
SCORES = range(1, 11)


def calculations(edition: Edition, keywords: Sheet) -> Page:
    """Declare the sheet over the Keywords sheet."""
    _ = edition.say
    return Page(
        title=_("Calculations"),
        lead=_(
            "Where the Overview takes its figures from. Nothing is to be filled in here; each cell "
            "has a name, which its formulas and the Overview use."
        ),
        blocks=(
            Heading(_("Settings in use")),
            *in_use(edition),
            Heading(_("The account: all keywords together")),
            *account(edition),
            Heading(_("Beyond the stop line")),
            *beyond(edition),
            Heading(_("Conversion rate that the safe bid starts from")),
            *prior(edition),
            Heading(_("Quality score")),
            *_quality(edition, keywords),
            _bars(edition),
            Heading(_("Keywords to stop, by cost")),
            _ranked(edition, keywords, "to_stop"),
            Heading(_("Keywords to lower, by cost")),
            _ranked(edition, keywords, "to_lower"),
            Heading(_("Keywords with room to raise, by cost")),
            _ranked(edition, keywords, "to_raise"),
        ),
    )


def _quality(edition: Edition, keywords: Sheet) -> list[Field]:
    _ = edition.say
    scores, shown, clicked = (keywords.whole(key) for key in ("quality", "impressions", "clicks"))
    by_views, by_clicks = (
        native("QS_WEIGHTED", quality_scores=scores, impressions=weights)
        for weights in (shown, clicked)
    )
    wrong = f"ISNUMBER({scores})*(COUNTIF(score_bar_score,{scores})=0)"
    has_views, has_clicks = (f'SUMIF({scores},">0",{weights})>0' for weights in (shown, clicked))
    return [
        Field(
            *("wrong_scores", _("Scores that are not 1 to 10"), Unit.WHOLE),
            _("With one of them, no weighted score is told."),
            formula=f"SUMPRODUCT({wrong})",
        ),
        Field(
            *("account_quality", _("Quality score, weighted"), Unit.RATIO),
            _("By impressions; by clicks where no keyword with a score has impressions."),
            formula=(
                f'IF(wrong_scores>0,"",IF({has_views},{by_views},IF({has_clicks},{by_clicks},"")))'
            ),
        ),
    ]


def _bars(edition: Edition) -> Grid:
    """Declare the sums of each score, and the stacked parts of its interval where it has one."""
    _ = edition.say
    low, figure, high = (f"INDEX(score_{key},{{number}})" for key in ("low", "cpc", "high"))
    return Grid(
        "score_bar",
        (
            Column("score", _("Quality score"), Unit.WHOLE, 2),
            *(
                Column(key, title, unit, 1, total(key, "keywords_quality,{score}"))
                for key, title, unit in (
                    ("cost", _("Cost"), Unit.MONEY),
                    ("clicks", _("Clicks"), Unit.WHOLE),
                    ("conversions", _("Conv."), Unit.COUNT),
                )
            ),
            *bar_columns(edition, f"ISNUMBER({high})", (low, figure, high), span=2),
            Column("line", _("Target"), Unit.MONEY, 1, "N(target)"),
        ),
        [Row({"score": score}) for score in SCORES],
    )


def _ranked(edition: Edition, keywords: Sheet, key: str) -> Grid:
    _ = edition.say
    costs = keywords.whole(key)
    cost = Column("cost", _("Cost"), Unit.MONEY, 2)
    return ranked(key, cost, costs, "LARGE", f"COUNT({costs})", _("Row of the table"), LISTED)
