"""The Keywords sheet: one row per keyword, what a click may cost, and what to do."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.bids.advice import bid_to_set, suggestion, words
from workbook_templates.bids.hidden import hidden
from workbook_templates.bids.sample import keyword_rows
from workbook_templates.edition import Edition
from workbook_templates.formula import native
from workbook_templates.sheet import Answer, Input, Sheet


def keywords(edition: Edition) -> Sheet:
    """Declare the sheet."""
    _ = edition.say
    return Sheet(
        table="Keywords",
        title=_("Keywords"),
        lead=_(
            "One row per keyword over the same weeks, long enough for late conversions to have "
            "come in. Leave out total lines. A bid is the price of a click; the target in Settings "
            "is the price of a conversion."
        ),
        columns=(*_inputs(edition), *_figures(edition), *_bids(edition), *hidden(edition)),
        rows=keyword_rows(edition) if edition.sample else (),
    )


def _inputs(edition: Edition) -> list[Input]:
    _ = edition.say
    return [
        Input("keyword", _("Keyword"), Unit.TEXT, _("As named in the ad platform."), 25),
        Input("campaign", _("Campaign"), Unit.TEXT, _("Optional: to find it again."), 14),
        Input("match", _("Match type"), Unit.TEXT, _("Optional: exact, phrase, broad."), 11.5),
        Input("cost", _("Cost"), Unit.MONEY, _("What the clicks cost, tax excluded."), 14),
        Input(
            *("impressions", _("Impressions"), Unit.WHOLE),
            _("Optional: they weight the quality score; without any, clicks do."),
            14,
        ),
        Input("clicks", _("Clicks"), Unit.WHOLE, _("Clicks on the ad."), 10.5),
        Input(
            *("conversions", _("Conversions"), Unit.COUNT),
            _("Of one event, as credited by the platform; fractions are allowed."),
            17,
        ),
        Input(
            *("quality", _("Quality score"), Unit.SCORE),
            _("1 to 10, where the platform gives one. Optional."),
            17,
        ),
        Input(
            *("bid", _("Current bid"), Unit.MONEY),
            _("Optional: the highest price of a click now. Without it, the click cost is taken."),
            13,
        ),
    ]


def _figures(edition: Edition) -> list[Answer]:
    _ = edition.say
    clicked = native("COST_PER_CLICK", cost="N({cost})", clicks="{clicks}")
    converted = native("CVR", conversions="N({conversions})", clicks="{clicks}")
    sums = "{cost}", "{conversions}"
    return [
        Answer(
            *("cvr", _("Conv. rate"), Unit.FRACTION),
            _("Conversions over clicks."),
            *(_if_sound(f'IF(N({{clicks}})>0,{converted},"")'), 16),
            shown=edition.formats.rate,
        ),
        Answer(
            *("click_cost", _("Cost per click"), Unit.MONEY),
            _("Cost over clicks. This is not the cost per conversion."),
            *(_if_sound(f'IF(N({{clicks}})>0,{clicked},"")'), 13),
        ),
        Answer(
            *("cpc", _("Cost per conversion"), Unit.MONEY),
            _("Cost over conversions. A dash is cost without a conversion: it has none."),
            *(_if_sound(figures.figure(*sums)), 15),
        ),
        Answer(
            *("low", _("Low"), Unit.MONEY),
            _("The true figure is hardly below this (exact Poisson interval)."),
            *(_if_sound(figures.low(*sums)), 13),
        ),
        Answer(
            *("high", _("High"), Unit.MONEY),
            _("The true figure is hardly above this. Without a conversion there is no limit."),
            *(_if_sound(figures.high(*sums)), 14),
        ),
    ]


def _bids(edition: Edition) -> list[Answer]:
    _ = edition.say
    most = native("MAX_BID", target_cpc="target", cvr="{cvr}", buffer="buffer")
    safe = native(
        "MAX_BID_SAFE",
        target_cpc="target",
        conversions="N({conversions})",
        clicks="{clicks}",
        prior_cvr="prior_cvr",
        prior_clicks="prior_clicks",
        sureness="sureness",
    )
    dash = figures.NO_FIGURE
    none = "OR(N(target)<=0,N({clicks})<=0,{sound}=0)"

    def unless(impossible: str, bid: str) -> str:
        return f'IF({none},"",IF({impossible},"{dash}",MIN(highest_bid,{bid})))'

    return [
        Answer(
            *("max_bid", _("Maximum bid"), Unit.MONEY),
            _("Target × conversion rate: taken at its word. A dash without a conversion."),
            unless("OR(N({conversions})=0,N({conversions})>{clicks})", most),
            14,
        ),
        Answer(
            *("safe_bid", _("Safe bid"), Unit.MONEY),
            _("The click price that meets the target with the sureness in Settings."),
            unless("N({conversions})>{clicks}", safe),
            13,
        ),
        Answer(
            *("left", _("Left to the stop line"), Unit.MONEY),
            _("What may still be spent before no conversion means stop."),
            *('IF({stop}="","",MAX(0,stop_line-{cost}))', 14),
        ),
        Answer(
            *("suggestion", _("Suggestion"), Unit.TEXT),
            _("Told by the interval alone; the Overview says when each is given."),
            *(suggestion(edition), 18.5, words(edition)),
        ),
        Answer(
            *("new_bid", _("Bid to set"), Unit.MONEY),
            _("Where the suggestion is to lower or raise: the lesser of maximum and safe bid."),
            *(bid_to_set(edition), 13),
        ),
    ]


def _if_sound(formula: str) -> str:
    return f'IF({{sound}}=0,"",{formula})'
