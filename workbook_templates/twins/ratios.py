"""Formulas of the functions that divide and multiply."""

RATIOS: dict[str, str] = {
    "CPC": "{cost}/{conversions}",
    "COST_PER_CLICK": "{cost}/{clicks}",
    "COST_PER": "{cost}/{events}",
    "CPM": "1000*{cost}/{impressions}",
    "CPC_FROM_CLICKS": "{click_cost}/{cvr}",
    "CPC_IFS": "IF(COUNTIFS({range1},{criterion1})=0,NA(),"
    "SUMIFS({cost},{range1},{criterion1})/SUMIFS({conversions},{range1},{criterion1}))",
    "CTR": "{clicks}/{impressions}",
    "CVR": "{conversions}/{clicks}",
    "AOV": "{revenue}/{orders}",
    "ROAS": "{revenue}/{cost}",
    "ROI": "({returns}*{margin}-{cost})/{cost}",
    "COST_SHARE": "{cost}/{revenue}",
    "PROFIT_PER_CONVERSION": "{order_value}*{margin}-{other_cost}-{cpc}",
    "MER": "{total_revenue}/{total_cost}",
    "CPC_BLENDED": "{paid_cost}/({paid_conversions}+{organic_conversions})",
    "CPC_LOADED": "({paid_cost}+{organic_cost})/({paid_conversions}+{organic_conversions})",
    "ORGANIC_SHARE": "{organic_conversions}/({paid_conversions}+{organic_conversions})",
    "BREAKEVEN_CPC": "{order_value}*{margin}*{repeat}-{other_cost}",
    "TARGET_CPC": "({order_value}*{margin}*{repeat}-{other_cost})*(1-{profit_share})",
    "BREAKEVEN_ROAS": "1/{margin}",
    "ROAS_FROM_CPC": "{order_value}/{target_cpc}",
    "CPC_FROM_ROAS": "{order_value}/{target_roas}",
    "CPC_RANK": "IF(COUNT({peer_cpcs})=0,NA(),"
    "SUMPRODUCT(ISNUMBER({peer_cpcs})*({peer_cpcs}<{cpc}))/COUNT({peer_cpcs}))",
    "MAX_BID": "{target_cpc}*{cvr}*(1-{buffer})",
    "QS_WEIGHTED": "SUMPRODUCT({quality_scores},{impressions})"
    '/SUMIF({quality_scores},">0",{impressions})',
    "QS_CLICK_COST_CHANGE": "{from_qs}/{to_qs}-1",
    "QS_CPC_CHANGE": "-{per_point}*{points}",
    "AD_RANK": "{bid}*{qs}",
    "ACTUAL_CLICK_COST": "{rank_below}/{qs}+{increment}",
    "BUDGET_NEEDED": "{conversions}*{cpc}",
    "MARGINAL_STEP": "({cost1}-{cost0})/({conv1}-{conv0})",
}
