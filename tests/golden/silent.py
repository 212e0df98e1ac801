"""Where a host gives another figure without a word: what its documentation must warn of.

The names of the cases, FUNCTION/kind/argument, by host, kind and function.
"""

from collections.abc import Iterator
from typing import Any

from tests.golden.case import Failure, agree, cells_in, each_cell
from tests.golden.differences import Host

SILENT: dict[Host, dict[str, dict[str, str]]] = {
    Host.CALC: {
        "blank": {
            "CPC_BY": "keys",
            "ROI": "margin",
            "CPC_MIX": "traffic",
            "BREAKEVEN_CPC": "repeat",
            "TARGET_CPC": "profit_share repeat",
            "CPC_RANK": "peer_cpcs",
            "BID_TABLE": "names",
            "QS_CPC_CHANGE": "per_point",
            "ACTUAL_CLICK_COST": "increment",
            "BUDGET_SPLIT": "channel",
            "ATTRIBUTION": "paths separator",
            "CPC_WHY": "segments",
        },
        "true": {
            "CPC": "cost conversions",
            "COST_PER_CLICK": "cost clicks",
            "COST_PER": "cost events",
            "CPM": "cost impressions",
            "CPC_FROM_CLICKS": "click_cost cvr",
            "CPC_BY": "min_conversions",
            "CPC_BY_PERIOD": "first_weekday",
            "CTR": "clicks impressions",
            "CVR": "conversions clicks",
            "AOV": "revenue orders",
            "ROAS": "revenue cost",
            "ROI": "returns cost margin",
            "COST_SHARE": "cost revenue",
            "PROFIT_PER_CONVERSION": "cpc order_value margin other_cost",
            "MER": "total_revenue total_cost",
            "CPC_BLENDED": "paid_cost paid_conversions organic_conversions",
            "CPC_LOADED": "paid_cost organic_cost paid_conversions organic_conversions",
            "ORGANIC_SHARE": "paid_conversions organic_conversions",
            "BREAKEVEN_CPC": "order_value margin repeat other_cost",
            "TARGET_CPC": "order_value margin profit_share repeat other_cost",
            "BREAKEVEN_ROAS": "margin",
            "ROAS_FROM_CPC": "target_cpc order_value",
            "CPC_FROM_ROAS": "target_roas order_value",
            "CPC_RANK": "cpc",
            "MAX_BID": "target_cpc cvr buffer",
            "MAX_BID_SAFE": "target_cpc conversions prior_clicks",
            "BID_TABLE": "target_cpc",
            "CPC_LOW": "cost conversions",
            "CPC_HIGH": "cost conversions",
            "CPC_CI": "cost conversions",
            "SALT": "cost conversions",
            "CPC_PROB": "cost conversions target prior_conversions prior_cost",
            "CONV_NEEDED": "precision",
            "CVR_CI": "conversions",
            "CPC_VERDICT": "cost conversions target",
            "STOP_AFTER": "target",
            "COST_PER_CUSTOMER": "cost customers",
            "AB_CPC": "cost_a conversions_a cost_b conversions_b dispersion",
            "AB_CPC_P": "cost_a conversions_a cost_b conversions_b",
            "AB_CPC_PROB": "cost_a conversions_a cost_b conversions_b prior_conversions prior_cost",
            "AB_CVR": "conversions_a conversions_b",
            "SRM_P": "count_a count_b",
            "AB_SIZE": "uplift",
            "AB_BUDGET": "cpc",
            "AB_SEQ": "dispersion concentration",
            "QS_CLICK_COST_CHANGE": "from_qs to_qs",
            "QS_CPC_CHANGE": "points per_point",
            "AD_RANK": "bid qs",
            "ACTUAL_CLICK_COST": "rank_below qs increment",
            "BUDGET_NEEDED": "conversions cpc",
            "MARGINAL_STEP": "cost0 conv0 cost1",
            "MARGINAL_CPC": "at_spend",
            "BUDGET_SPLIT": "total min",
            "CPC_CHANGE": "cost0 conversions0 cost1 conversions1",
            "CPC_ROLLING": "window",
            "PARSE_NUM": "text",
        },
        "true-in-range": {
            "CPC_IFS": "cost conversions",
            "CPC_BY": "keys cost conversions",
            "CPC_BY_PERIOD": "cost conversions",
            "COST_COUNTED": "cost",
            "CPC_MIX": "traffic cost conversions",
            "CPC_RANK": "peer_cpcs",
            "BID_TABLE": "names conversions",
            "CPC_CI_DAILY": "cost conversions",
            "DISPERSION": "cost conversions",
            "AB_SEQ": "cost_a conversions_a cost_b conversions_b",
            "QS_WEIGHTED": "quality_scores impressions",
            "MARGINAL_CPC": "conversions",
            "SPEND_CURVE": "conversions",
            "BUDGET_SPLIT": "channel spend conversions",
            "ATTRIBUTION": "paths conversions non_conversions",
            "CPC_WHY": "segments cost0 conversions0 cost1 conversions1",
            "CPC_ALERT": "cost conversions",
            "CPC_CHECK": "data_range",
        },
        "example": {
            "PARSE_NUM": "6",
        },
    },
    Host.NATIVE: {
        "blank": {
            "ROI": "margin",
            "BREAKEVEN_CPC": "repeat",
            "TARGET_CPC": "profit_share repeat",
            "MAX_BID_SAFE": "sureness",
            "CPC_LOW": "confidence",
            "CPC_HIGH": "confidence",
            "CPC_CI": "confidence",
            "CPC_PROB": "prior_conversions",
            "CONV_NEEDED": "confidence",
            "CVR_CI": "confidence",
            "CPC_CI_DAILY": "confidence",
            "STOP_AFTER": "confidence",
            "COST_PER_CUSTOMER": "confidence",
            "AB_CPC": "confidence",
            "AB_CPC_PROB": "prior_conversions",
            "QS_CPC_CHANGE": "per_point",
            "ACTUAL_CLICK_COST": "increment",
            "CPC_CHANGE": "confidence",
        },
        "example": {
            "MAX_BID_SAFE": "3",
            "AB_CPC": "3",
        },
    },
}


def named(host: Host) -> Iterator[str]:
    """Yield the names of the cases in which a host gives another figure."""
    for kind, functions in SILENT.get(host, {}).items():
        for function, arguments in functions.items():
            for argument in arguments.split():
                yield f"{function}/{kind}/{argument}"


def is_silent(got: Any, recorded: Any, within: float, least: float = 0.0) -> bool:
    """Return whether an answer shows a figure that is neither recorded nor an error.

    TRUE that is shown as 1 is the same figure.
    """
    recorded = each_cell(recorded, lambda cell: float(cell) if isinstance(cell, bool) else cell)
    pairs = list(zip(cells_in(got), cells_in(recorded), strict=False))
    same_size = len(list(cells_in(got))) == len(list(cells_in(recorded)))
    if not same_size:
        return any(not isinstance(cell, Failure) for cell in cells_in(got))
    return any(not isinstance(a, Failure) and not agree(a, b, within, least) for a, b in pairs)
