"""The tables of the Overview: by suggestion, keyword by keyword, and by quality score."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.bids.account import SUMMED, count, unless_negative
from workbook_templates.bids.advice import Advice, meanings, words
from workbook_templates.bids.calculations import LISTED, SCORES
from workbook_templates.edition import Edition
from workbook_templates.figures import unless_zero
from workbook_templates.page import Column, Grid, Row
from workbook_templates.sheet import Sheet

WITH_COST = 'keywords_cost,">0"'
ALL = ("account_cost", "account_conversions")


def by_suggestion(edition: Edition) -> Grid:
    """Declare what each suggestion means, and what its keywords cost and brought."""
    _ = edition.say
    said = words(edition)
    order = (Advice.STOP, Advice.LOWER, Advice.RAISE, Advice.KEEP, Advice.TOO_EARLY)

    def of(key: str, word: str) -> str:
        return f'SUMIFS(keywords_{key},keywords_suggestion,"{word}")'

    def rest(key: str) -> str:
        return f"ROUND(account_{key}-{'-'.join(of(key, word) for word in said)},6)"

    return Grid(
        "advice",
        (
            Column("word", _("Suggestion"), Unit.TEXT, 2, words=said),
            Column("meaning", _("When it is given"), Unit.TEXT, 3),
            Column("keywords", _("Keywords"), Unit.WHOLE, 1),
            Column("cost", _("Cost"), Unit.MONEY, 1),
            Column(
                *("share", _("Share of cost"), Unit.FRACTION, 1),
                figures.share("{cost}", "account_cost"),
            ),
            Column("conversions", _("Conv."), Unit.COUNT, 1),
            *_figure_columns(edition),
        ),
        (
            *(
                Row(
                    {
                        "word": said[advice],
                        "meaning": meanings(edition)[advice],
                        "keywords": "="
                        + unless_zero(f'COUNTIF(keywords_suggestion,"{said[advice]}")'),
                        "cost": "=" + unless_zero(of("cost", said[advice])),
                        "conversions": f'=IF({{keywords}}="","",{of("conversions", said[advice])})',
                    }
                )
                for advice in order
            ),
            Row(
                {
                    "word": _("none"),
                    "meaning": _("No target in Settings, or no cost."),
                    "cost": _any(rest("cost"), rest("cost"), rest("conversions")),
                    "conversions": _any(rest("conversions"), rest("cost"), rest("conversions")),
                }
            ),
            Row(
                {
                    "word": _("All keywords"),
                    "keywords": "=" + unless_zero(count(WITH_COST)),
                    "cost": _any("account_cost", *ALL),
                    "conversions": _any("account_conversions", *ALL),
                },
                total=True,
            ),
        ),
    )


def listed(edition: Edition, keywords: Sheet, which: str) -> Grid:
    """Declare the keywords of a ranking on the Calculations sheet."""
    _ = edition.say
    place = f"INDEX({which}_place,{{number}})"

    def of(key: str) -> str:
        cell = f"INDEX({keywords.whole(key)},{place})"
        return f'IF({place}="","",IF({cell}="","",{cell}))'

    return Grid(
        f"{which}_list",
        (
            Column("keyword", _("Keyword"), Unit.TEXT, 3, of("keyword")),
            Column("campaign", _("Campaign"), Unit.TEXT, 2, of("campaign")),
            Column("cost", _("Cost"), Unit.MONEY, 1, of("cost")),
            Column("clicks", _("Clicks"), Unit.WHOLE, 1, of("clicks")),
            Column("conversions", _("Conv."), Unit.COUNT, 1, of("conversions")),
            Column("low", _("Low"), Unit.MONEY, 1, of("low")),
            Column("high", _("High"), Unit.MONEY, 1, of("high")),
            Column("bid", _("Current bid"), Unit.MONEY, 1, of("bid")),
            Column("new_bid", _("Bid to set"), Unit.MONEY, 1, of("new_bid")),
        ),
        [Row({})] * LISTED,
    )


def by_quality(edition: Edition) -> Grid:
    """Declare what keywords of each quality score cost and brought."""
    _ = edition.say
    match = "keywords_quality,{score}"
    other = {key: f"ROUND(account_{key}-SUM(score_bar_{key}),6)" for key in SUMMED}
    return Grid(
        "score",
        (
            Column("score", _("Quality score"), Unit.WHOLE, 2),
            Column("keywords", _("Keywords"), Unit.WHOLE, 1),
            Column("cost", _("Cost"), Unit.MONEY, 1),
            Column("clicks", _("Clicks"), Unit.WHOLE, 1),
            Column("conversions", _("Conv."), Unit.COUNT, 1),
            Column(
                *("cvr", _("Conv. rate"), Unit.FRACTION, 1),
                'IF(N({clicks})>0,N({conversions})/{clicks},"")',
                shown=edition.formats.rate,
            ),
            *_figure_columns(edition),
            Column(
                *("verdict", _("Against target"), Unit.TEXT, 2),
                figures.verdict(edition, "{low}", "{high}"),
                words=figures.verdicts(edition),
            ),
        ),
        (
            *(
                Row(
                    {
                        "score": score,
                        "keywords": "=" + unless_zero(count(match)),
                        **{
                            key: f'=IF({{keywords}}="","",INDEX(score_bar_{key},{{number}}))'
                            for key in SUMMED
                        },
                    }
                )
                for score in SCORES
            ),
            Row(
                {
                    "score": _("none"),
                    **{key: _any(formula, *other.values()) for key, formula in other.items()},
                }
            ),
            Row(
                {
                    "score": _("All"),
                    "keywords": "=" + unless_zero(count(WITH_COST)),
                    **{key: _any(f"account_{key}", *ALL) for key in SUMMED},
                },
                total=True,
            ),
        ),
    )


def _any(amount: str, *amounts: str) -> str:
    """Return a cell of an amount that is left empty when every one of several is 0."""
    return f'=IF(AND({",".join(f"{each}=0" for each in amounts)}),"",{amount})'


def _figure_columns(edition: Edition) -> list[Column]:
    _ = edition.say
    sums = "{cost}", "{conversions}"
    return [
        Column(key, title, Unit.MONEY, 1, unless_negative(*sums, formula))
        for key, title, formula in (
            ("cpc", _("Cost per conv."), figures.figure(*sums)),
            ("low", _("Low"), figures.low(*sums)),
            ("high", _("High"), figures.high(*sums)),
        )
    ]
