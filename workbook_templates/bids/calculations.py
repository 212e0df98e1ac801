"""The Calculations sheet of the bid workbook: every figure between keywords and Overview."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.bids.advice import yes_no
from workbook_templates.edition import Edition
from workbook_templates.formula import native
from workbook_templates.page import Column, Field, Grid, Heading, Page, Row
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
            Heading(_("The account: all keywords together")),
            *_account(edition),
            Heading(_("Beyond the stop line")),
            *_beyond(edition),
            Heading(_("Conversion rate that the safe bid starts from")),
            *_prior(edition),
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


def _account(edition: Edition) -> list[Field]:
    _ = edition.say
    rate = native("CVR", conversions="account_conversions", clicks="account_clicks")
    limits = [
        native(
            "CVR_CI",
            cell=cell,
            conversions="account_conversions",
            clicks="account_clicks",
            confidence="confidence",
        )
        for cell in (0, 1)
    ]
    sane = "AND(N(account_clicks)>0,N(account_conversions)<=N(account_clicks))"
    totals = (
        ("cost", _("Cost"), Unit.MONEY),
        ("clicks", _("Clicks"), Unit.WHOLE),
        ("conversions", _("Conversions"), Unit.COUNT),
    )
    spent, won = "account_cost", "account_conversions"
    return [
        *(
            Field(f"account_{key}", label, unit, _("Sum of the column."), formula=_sum(key))
            for key, label, unit in totals
        ),
        _money("account_cpc", _("Cost per conversion"), "", figures.figure(spent, won)),
        _money("account_low", _("Low"), "", figures.low(spent, won)),
        _money("account_high", _("High"), "", figures.high(spent, won)),
        *(
            Field(name, label, Unit.FRACTION, what, formula=f'IF({sane},{formula},"")')
            for name, label, what, formula in (
                ("account_cvr", _("Conversion rate"), _("Conversions over clicks."), rate),
                ("account_cvr_low", _("Low"), _("Wilson's interval."), limits[0]),
                ("account_cvr_high", _("High"), _("Wilson's interval."), limits[1]),
            )
        ),
    ]


def _beyond(edition: Edition) -> list[Field]:
    _ = edition.say
    yes, _no = yes_no(edition)
    spent = f'SUMIFS(keywords_cost,keywords_stop,"{yes}")'
    return [
        Field(
            *("stopped_keywords", _("Keywords past the line"), Unit.WHOLE),
            _("Spend at or above the stop line, without a conversion."),
            formula=f'COUNTIF(keywords_stop,"{yes}")',
        ),
        _money(
            *("beyond_stop", _("Spent beyond the line"), _("Their cost less the line for each.")),
            f'IF(OR(N(stop_line)<=0,account_cost<=0),"",{spent}-stopped_keywords*stop_line)',
        ),
    ]


def _prior(edition: Edition) -> list[Field]:
    """Return the prior: half a conversion in one click is Jeffreys', where no weight is given."""
    _ = edition.say
    used = "AND(N(prior_weight)>0,N(account_cvr)>0,N(account_cvr)<1)"
    return [
        Field(
            *("prior_cvr", _("Rate"), Unit.FRACTION),
            _("Of the account, where Settings give it a weight; otherwise Jeffreys' prior."),
            formula=f"IF({used},account_cvr,0.5)",
        ),
        Field(
            *("prior_clicks", _("Clicks it is worth"), Unit.COUNT),
            _("The weight in Settings, or one click."),
            formula=f"IF({used},prior_weight,1)",
        ),
    ]


def _quality(edition: Edition, keywords: Sheet) -> list[Field]:
    _ = edition.say
    scores, shown, clicked = (keywords.whole(key) for key in ("quality", "impressions", "clicks"))
    by_views, by_clicks = (
        native("QS_WEIGHTED", quality_scores=scores, impressions=weights)
        for weights in (shown, clicked)
    )
    has_views, has_clicks = (f'SUMIF({scores},">0",{weights})>0' for weights in (shown, clicked))
    return [
        Field(
            *("account_quality", _("Quality score, weighted"), Unit.RATIO),
            _("By impressions; by clicks where no keyword with a score has impressions."),
            formula=f'IF({has_views},{by_views},IF({has_clicks},{by_clicks},""))',
        ),
    ]


def _bars(edition: Edition) -> Grid:
    """Declare the stacked parts of each score's interval: nothing where there is no figure."""
    _ = edition.say
    low, figure, high = (f"INDEX(score_{key},{{number}})" for key in ("low", "cpc", "high"))
    known = f"ISNUMBER({high})"
    return Grid(
        "score_bar",
        (
            Column("score", _("Quality score"), Unit.WHOLE, 2),
            Column("base", _("Low"), Unit.MONEY, 2, f"IF({known},{low},0)"),
            Column("below", _("Low to figure"), Unit.MONEY, 2, f"IF({known},{figure}-{low},0)"),
            Column("above", _("Figure to high"), Unit.MONEY, 2, f"IF({known},{high}-{figure},0)"),
            Column("line", _("Target"), Unit.MONEY, 2, "N(target)"),
        ),
        [Row({"score": score}) for score in SCORES],
    )


def _ranked(edition: Edition, keywords: Sheet, key: str) -> Grid:
    """Return a ranking; equal costs take the next place, not the same one twice."""
    _ = edition.say
    costs = keywords.whole(key)
    rest = f"INDEX({costs},{{place.above}}+1):INDEX({costs},ROWS({costs}))"
    return Grid(
        key,
        (
            Column(
                *("cost", _("Cost"), Unit.MONEY, 2),
                f'IF({{number}}<=COUNT({costs}),LARGE({costs},{{number}}),"")',
            ),
            Column(
                *("place", _("Row of the table"), Unit.WHOLE, 2),
                f'IF({{cost}}="","",IF({{cost}}={{cost.above}},'
                f"{{place.above}}+MATCH({{cost}},{rest},0),MATCH({{cost}},{costs},0)))",
            ),
        ),
        [Row({})] * LISTED,
    )


def _sum(key: str) -> str:
    return f"SUM(keywords_{key})"


def _money(name: str, label: str, help_text: str, formula: str) -> Field:
    return Field(name, label, Unit.MONEY, help_text, formula=formula)
