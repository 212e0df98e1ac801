"""The Overview sheet of the bid workbook: what to stop, to lower and to raise, and why."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures, theme
from workbook_templates.bids_advice import Advice, meanings, words
from workbook_templates.bids_calculations import LISTED, SCORES
from workbook_templates.bids_cards import four_cards
from workbook_templates.bids_checks import keyword_checks
from workbook_templates.charts import Draw, column_chart, interval_chart
from workbook_templates.edition import Edition
from workbook_templates.figures import sentence, shown, unless_zero
from workbook_templates.page import Charts, Column, Grid, Heading, Page, PageBreak, Row, Text
from workbook_templates.sheet import Sheet


def overview(edition: Edition, keywords: Sheet) -> Page:
    """Declare the sheet over the Keywords sheet."""
    _ = edition.say
    return Page(
        title=_("Overview"),
        lead=_("Everything here follows from Keywords and Settings: change a row, and it changes."),
        blocks=(
            Text("=" + _summary(edition), lines=1, strong=True),
            four_cards(edition),
            Heading(_("What to do, by suggestion")),
            _by_suggestion(edition),
            Charts((_costs(edition), _intervals(edition)), lines=15),
            PageBreak(),
            Heading(_("Stop: the ten that cost most")),
            _listed(edition, keywords, "to_stop"),
            Heading(_("Lower: the ten that cost most")),
            _listed(edition, keywords, "to_lower"),
            Heading(_("Room to raise: the ten that cost most")),
            _listed(edition, keywords, "to_raise"),
            PageBreak(),
            Heading(_("By quality score")),
            Text("=" + _quality(edition), lines=1, strong=True),
            _by_quality(edition),
            Text(
                _(
                    "Quality Score is a diagnostic of 1 to 10, not what enters the auction. Across "
                    "accounts it explained about one per cent of the differences in cost per "
                    "conversion (R² = 0.012, Baadsgaard 2017): raising it promises no lower price."
                ),
                quiet=True,
            ),
            Heading(_("Data checks")),
            keyword_checks(edition, keywords),
            Heading(_("How far to trust this")),
            *_method(edition),
        ),
    )


def _summary(edition: Edition) -> str:
    _ = edition.say
    told = sentence(
        _("{count} keywords with cost. Amounts in {currency}. Bids are per click."),
        count='COUNTIF(keywords_cost,">0")',
        currency="currency",
    )
    look = sentence(
        _(" {count} of the data checks below ask for a look."),
        count="SUMPRODUCT(--(check_found>0))",
    )
    nothing = f'"{_("Paste your keywords into the Keywords sheet, and the answers stand here.")}"'
    return f'IF(account_cost>0,{told}&IF(SUMPRODUCT(--(check_found>0))>0,{look},""),{nothing})'


def _by_suggestion(edition: Edition) -> Grid:
    _ = edition.say
    said = words(edition)
    order = (Advice.STOP, Advice.LOWER, Advice.RAISE, Advice.KEEP, Advice.TOO_EARLY)

    def of(key: str, word: str) -> str:
        return f'SUMIFS(keywords_{key},keywords_suggestion,"{word}")'

    def rest(key: str) -> str:
        return unless_zero(
            f"ROUND(account_{key}-{'-'.join(of(key, word) for word in said)},6)"
        )

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
                    "meaning": _("No target, or neither cost nor conversions."),
                    "cost": "=" + rest("cost"),
                    "conversions": "=" + rest("conversions"),
                }
            ),
            Row(
                {
                    "word": _("All keywords"),
                    "keywords": "=" + unless_zero('COUNTIF(keywords_cost,">0")'),
                    "cost": "=" + unless_zero("account_cost"),
                    "conversions": "=" + unless_zero("account_conversions"),
                },
                total=True,
            ),
        ),
    )


def _listed(edition: Edition, keywords: Sheet, which: str) -> Grid:
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


def _by_quality(edition: Edition) -> Grid:
    _ = edition.say
    clicks, won = "SUMIFS(keywords_clicks,{0})", "SUMIFS(keywords_conversions,{0})"
    match = "keywords_quality,{score}"
    count = f"COUNTIFS({match})"
    other = {
        key: f"ROUND(account_{key}-SUMPRODUCT(SUMIFS(keywords_{key},keywords_quality,"
        "score_bar_score)),6)"
        for key in ("cost", "clicks", "conversions")
    }
    return Grid(
        "score",
        (
            Column("score", _("Quality score"), Unit.WHOLE, 1),
            Column("keywords", _("Keywords"), Unit.WHOLE, 1),
            Column("cost", _("Cost"), Unit.MONEY, 2),
            Column("clicks", _("Clicks"), Unit.WHOLE, 1),
            Column("conversions", _("Conv."), Unit.COUNT, 1),
            Column(
                *("cvr", _("Conversion rate"), Unit.FRACTION, 1),
                'IF(N({clicks})>0,N({conversions})/{clicks},"")',
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
                        "keywords": "=" + unless_zero(count),
                        "cost": f'=IF({{keywords}}="","",SUMIFS(keywords_cost,{match}))',
                        "clicks": f'=IF({{keywords}}="","",{clicks.format(match)})',
                        "conversions": f'=IF({{keywords}}="","",{won.format(match)})',
                    }
                )
                for score in SCORES
            ),
            Row(
                {
                    "score": _("none"),
                    **{key: "=" + unless_zero(formula) for key, formula in other.items()},
                }
            ),
            Row(
                {
                    "score": _("All"),
                    "keywords": "=" + unless_zero('COUNTIF(keywords_cost,">0")'),
                    **{
                        key: "=" + unless_zero(f"account_{key}")
                        for key in ("cost", "clicks", "conversions")
                    },
                },
                total=True,
            ),
        ),
    )


def _figure_columns(edition: Edition) -> list[Column]:
    _ = edition.say
    return [
        Column(
            *("cpc", _("Cost per conv."), Unit.MONEY, 1),
            figures.figure("{cost}", "{conversions}"),
        ),
        Column("low", _("Low"), Unit.MONEY, 1, figures.low("{cost}", "{conversions}")),
        Column("high", _("High"), Unit.MONEY, 1, figures.high("{cost}", "{conversions}")),
    ]


def _quality(edition: Edition) -> str:
    _ = edition.say
    told = sentence(
        _("Quality score of the account, weighted: {score}."),
        score=shown("account_quality", 1),
    )
    return f'IF(account_quality="","",{told})'


def _costs(edition: Edition) -> Draw:
    _ = edition.say
    return column_chart(
        _("Cost by suggestion"),
        labels="advice_word",
        parts=(("advice_cost", _("Cost"), theme.NAVY),),
        number_format=edition.formats.axis,
        horizontal=True,
    )


def _intervals(edition: Edition) -> Draw:
    _ = edition.say
    return interval_chart(
        _("Cost per conversion by quality score"),
        labels="score_bar_score",
        parts=(
            ("score_bar_base", _("Low")),
            ("score_bar_below", _("Low to figure")),
            ("score_bar_above", _("Figure to high")),
        ),
        number_format=edition.formats.axis,
        target=("score_bar_line", _("Target")),
    )


def _method(edition: Edition) -> list[Text]:
    _ = edition.say
    return [
        Text(
            _(
                "The interval of a cost per conversion is the exact one for a Poisson count "
                "(Garwood 1936). The stop line is one-sided: P(no conversion) = exp(−spend / "
                "target), so 3.0 targets at 95 %. Less spend without a conversion proves nothing."
            )
        ),
        Text(
            _(
                "The maximum bid is target × conversion rate. The safe bid puts a low quantile of "
                "the rate's beta posterior in its place, so that few clicks give a careful bid. "
                "The bid to set is the lesser of the two. Where no current bid is given, what "
                "clicks cost stands in for it."
            )
        ),
        Text(
            _(
                "A stop is told before anything else. Of hundreds of keywords some will look dear "
                "by chance alone: at 95 % about one in forty on each side. Conversions that are "
                "still to come in make every keyword look too dear. One conversion for several "
                "clicks, or several for one, breaks the safe bid."
            )
        ),
        Text(
            _(
                "A higher bid also buys other, often dearer clicks: the rate seen so far need not "
                "hold. Change in steps and look again. Automated bidding takes a target, not bids."
            )
        ),
    ]
