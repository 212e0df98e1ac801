"""The catalogue of worksheet functions, in reading order: what a conversion costs and why.

Each one is a plain Python function as well: `cpc_functions.cpc(1200, 48)` gives 25.0.
"""

from typing import Any

from cpc_functions.alert import cpc_alert, cpc_rolling
from cpc_functions.attribution import attribute, attribution
from cpc_functions.bid import bid_table, max_bid, max_bid_safe
from cpc_functions.catalogue import Function
from cpc_functions.cells import Cell, CellError, ErrorCode
from cpc_functions.check import cpc_check, parse_num
from cpc_functions.click_experiment import ab_cvr, srm_p
from cpc_functions.cost import (
    cost_per,
    cost_per_click,
    cpa,
    cpc,
    cpc_from_clicks,
    cpc_paid,
    cpm,
    kpk,
)
from cpc_functions.counted import cost_counted, cost_counts
from cpc_functions.daily import cpc_ci_daily, dispersion
from cpc_functions.experiment import ab_cpc, ab_cpc_p, ab_cpc_prob
from cpc_functions.groups import cpc_by, cpc_by_period
from cpc_functions.interval import (
    conv_needed,
    cpc_ci,
    cpc_high,
    cpc_low,
    cpc_prob,
    cvr_ci,
    salt,
)
from cpc_functions.matching import cpc_ifs
from cpc_functions.organic import cpc_blended, cpc_loaded, cpc_mix, organic_share
from cpc_functions.quality import (
    actual_click_cost,
    ad_rank,
    qs_click_cost_change,
    qs_cpc_change,
    qs_weighted,
)
from cpc_functions.rates import aov, ctr, cvr
from cpc_functions.sequential import ab_seq
from cpc_functions.size import ab_budget, ab_size
from cpc_functions.spend import budget_needed, marginal_cpc, marginal_step, spend_curve
from cpc_functions.split import budget_split
from cpc_functions.target import (
    breakeven_cpc,
    breakeven_roas,
    cpc_from_roas,
    cpc_rank,
    roas_from_cpc,
    target_cpc,
)
from cpc_functions.texts import use_language
from cpc_functions.trend import cpc_change, cpc_why
from cpc_functions.value import cost_share, mer, profit_per_conversion, roas, roi
from cpc_functions.verdict import cost_per_customer, cpc_verdict, stop_after

CATALOGUE: tuple[Function[..., Any], ...] = (
    cpc,  # cost over conversions
    cpa,  # the same, as ad platforms call it
    kpk,  # the same, in Norwegian: kostnad per konvertering
    cpc_paid,  # the same, beside blended and loaded
    cost_per_click,
    cost_per,  # lead, call, contact, install
    cpm,  # a thousand impressions
    cpc_from_clicks,  # click cost over conversion rate
    cpc_ifs,  # of the rows that match
    cpc_by,  # by campaign, channel, keyword
    cpc_by_period,  # by day, week, month, quarter, year
    cost_counts,  # is this cost paid traffic?
    cost_counted,  # the sum of those that are
    ctr,  # clicks over impressions
    cvr,  # conversions over clicks
    aov,  # revenue over orders
    roas,  # revenue over cost
    roi,  # profit over cost
    cost_share,  # cost over revenue
    profit_per_conversion,
    mer,  # all revenue over all marketing cost
    cpc_blended,  # paid cost over all conversions
    cpc_loaded,  # all cost over all conversions
    cpc_mix,  # paid, organic and blended side by side
    organic_share,
    breakeven_cpc,  # what a conversion may cost at most
    target_cpc,  # what it should cost
    breakeven_roas,
    roas_from_cpc,
    cpc_from_roas,
    cpc_rank,  # among your own peers
    max_bid,  # for a click
    max_bid_safe,  # when the conversion rate is uncertain
    bid_table,  # for a whole account
    cpc_low,  # exact interval
    cpc_high,
    cpc_ci,
    salt,  # figure, interval and grade in words
    cpc_prob,  # that the true figure is below a target
    conv_needed,  # for a precision
    cvr_ci,
    cpc_ci_daily,  # interval of days that vary
    dispersion,  # how much they vary
    cpc_verdict,  # above target, below target, cannot tell
    stop_after,  # spend without a conversion
    cost_per_customer,
    ab_cpc,  # two arms by cost per conversion
    ab_cpc_p,
    ab_cpc_prob,
    ab_cvr,  # two arms by conversion rate
    srm_p,  # was the split as planned?
    ab_size,  # clicks per arm
    ab_budget,  # money per arm
    ab_seq,  # for those who peek
    qs_weighted,  # quality score of an account
    qs_click_cost_change,
    qs_cpc_change,
    ad_rank,
    actual_click_cost,
    budget_needed,
    marginal_step,  # what the last conversions cost
    marginal_cpc,  # what the next one costs
    spend_curve,
    budget_split,  # where the next krone does most
    attribution,  # which channel earned the conversions
    attribute,  # the same, where VBA does not reserve the word
    cpc_change,  # by how much, and is it real
    cpc_why,  # mix or efficiency
    cpc_alert,  # which day was no chance
    cpc_rolling,
    cpc_check,  # what is wrong with this table
    parse_num,  # a number that is text
)

__all__ = [
    "CATALOGUE",
    "Cell",
    "CellError",
    "ErrorCode",
    "Function",
    "ab_budget",
    "ab_cpc",
    "ab_cpc_p",
    "ab_cpc_prob",
    "ab_cvr",
    "ab_seq",
    "ab_size",
    "actual_click_cost",
    "ad_rank",
    "aov",
    "attribute",
    "attribution",
    "bid_table",
    "breakeven_cpc",
    "breakeven_roas",
    "budget_needed",
    "budget_split",
    "conv_needed",
    "cost_counted",
    "cost_counts",
    "cost_per",
    "cost_per_click",
    "cost_per_customer",
    "cost_share",
    "cpa",
    "cpc",
    "cpc_alert",
    "cpc_blended",
    "cpc_by",
    "cpc_by_period",
    "cpc_change",
    "cpc_check",
    "cpc_ci",
    "cpc_ci_daily",
    "cpc_from_clicks",
    "cpc_from_roas",
    "cpc_high",
    "cpc_ifs",
    "cpc_loaded",
    "cpc_low",
    "cpc_mix",
    "cpc_paid",
    "cpc_prob",
    "cpc_rank",
    "cpc_rolling",
    "cpc_verdict",
    "cpc_why",
    "cpm",
    "ctr",
    "cvr",
    "cvr_ci",
    "dispersion",
    "kpk",
    "marginal_cpc",
    "marginal_step",
    "max_bid",
    "max_bid_safe",
    "mer",
    "organic_share",
    "parse_num",
    "profit_per_conversion",
    "qs_click_cost_change",
    "qs_cpc_change",
    "qs_weighted",
    "roas",
    "roas_from_cpc",
    "roi",
    "salt",
    "spend_curve",
    "srm_p",
    "stop_after",
    "target_cpc",
    "use_language",
]
