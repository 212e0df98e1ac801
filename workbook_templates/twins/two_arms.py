"""Formulas of the functions that compare two arms, or two periods."""

# Divided by A / B rather than multiplied by B / A: an arm without cost is #DIV/0! either way.
RATIO = "({conversions_a}/{conversions_b})/({cost_a}/{cost_b})"

# The tails of the binomial distribution that splits the conversions by cost: A has so few, or
# so many. A tail beyond the last conversion is the whole distribution.
_SHARE_A, _SHARE_B = (f"{{cost_{arm}}}/({{cost_a}}+{{cost_b}})" for arm in "ab")
FEW_A = f"IF({{conversions_b}}=0,1,BETADIST({_SHARE_B},{{conversions_b}},{{conversions_a}}+1))"
MANY_A = f"IF({{conversions_a}}=0,1,BETADIST({_SHARE_A},{{conversions_a}},{{conversions_b}}+1))"
P = f"IF({{cost_a}}*{{cost_b}}=0,1/0,MIN(1,2*MIN({FEW_A},{MANY_A})))"

# Clopper and Pearson's limits for the share of A, turned to odds. Both are small quantiles, of the
# share of A and of that of B: near 1 a quantile would lose its digits.
LOW = (
    "IF({conversions_a}=0,0,1/(1/"
    "BETAINV((1-{confidence})/2,{conversions_a},{conversions_b}+1)-1))/({cost_a}/{cost_b})"
)
HIGH = (
    "(1/IF({conversions_b}=0,0,"
    "BETAINV((1-{confidence})/2,{conversions_b},{conversions_a}+1))-1)/({cost_a}/{cost_b})"
)
VERDICT = (
    f"IF({{cost_a}}*{{cost_b}}=0,1/0,"
    f'IF({FEW_A}<(1-{{confidence}})/2,"B is cheaper",'
    f'IF({MANY_A}<(1-{{confidence}})/2,"A is cheaper","cannot tell")))'
)
PROBABILITY = (
    "IF(({cost_a}+{prior_cost})*({cost_b}+{prior_cost})=0,1/0,"
    "BETADIST(({cost_a}+{prior_cost})/({cost_a}+{prior_cost}+{cost_b}+{prior_cost}),"
    "{conversions_a}+{prior_conversions},{conversions_b}+{prior_conversions}))"
)

_CONFIDENCE = {"confidence": "{confidence}"}
_DISPERSED = {
    "cost_a": "{cost_a}",
    "conversions_a": "({conversions_a}/{dispersion})",
    "cost_b": "{cost_b}",
    "conversions_b": "({conversions_b}/{dispersion})",
}
_PERIODS = {
    "cost_a": "{cost0}",
    "conversions_a": "{conversions0}",
    "cost_b": "{cost1}",
    "conversions_b": "{conversions1}",
}
_JEFFREYS = {"prior_conversions": "0.5"}

_Z_SCORES = "(NORMSINV(1-{alpha}/2)+NORMSINV({power}))"
_RAISED = "{baseline_cvr}*(1+{uplift})"
_MEAN = "{baseline_cvr}*(1+{uplift}/2)"

TWO_ARMS: dict[str, str | tuple[str, ...]] = {
    "AB_CPC": (
        RATIO,
        LOW.format(**_DISPERSED, **_CONFIDENCE),
        HIGH.format(**_DISPERSED, **_CONFIDENCE),
        P.format(**_DISPERSED),
        PROBABILITY.replace("+{prior_cost}", "").format(**_DISPERSED, **_JEFFREYS),
        VERDICT.format(**_DISPERSED, **_CONFIDENCE),
    ),
    "AB_CPC_P": P,
    "AB_CPC_PROB": PROBABILITY,
    # With equal shares the two tails are alike; other shares take a search.
    # + 0: MIN would leave out a blank cell, which is a count of 0
    "SRM_P": "IF({count_a}+{count_b}=0,1,MIN(1,"
    "2*BETADIST(0.5,MAX({count_a}+0,{count_b}+0),MIN({count_a}+0,{count_b}+0)+1)))",
    "AB_SIZE": f"ROUNDUP(((NORMSINV(1-{{alpha}}/2)*SQRT(2*{_MEAN}*(1-{_MEAN}))+NORMSINV({{power}})"
    f"*SQRT({{baseline_cvr}}*(1-{{baseline_cvr}})+{_RAISED}*(1-{_RAISED})))"
    "/({baseline_cvr}*{uplift}))^2,0)",
    "AB_BUDGET": f"{{cpc}}*(1+{{ratio}})*({_Z_SCORES}/LN({{ratio}}))^2",
    "CPC_CHANGE": (
        f"{RATIO.format(**_PERIODS)}-1",
        f"{LOW.format(**_PERIODS, **_CONFIDENCE)}-1",
        f"{HIGH.format(**_PERIODS, **_CONFIDENCE)}-1",
        P.format(**_PERIODS),
    ),
}
