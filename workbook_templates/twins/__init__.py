"""The catalogue as formulas that every spreadsheet program knows, one line per function.

Braces hold arguments under their names in the catalogue. Text in quotes is said in the language
that is set. The functions are the old ones (GAMMAINV, BETADIST), which every program and every
version reads; the tails of the binomial distribution are those of the beta distribution, because
BINOMDIST cuts off the fraction of 77.5 conversions. Where an answer must be #DIV/0! a formula
divides by zero. Twins are composed with `str.format`.
"""

from workbook_templates.twins.intervals import HIGH, INTERVALS, LOW
from workbook_templates.twins.ratios import RATIOS
from workbook_templates.twins.two_arms import TWO_ARMS

TWINS: dict[str, str | tuple[str, ...]] = {**RATIOS, **INTERVALS, **TWO_ARMS}

# An optional argument that the catalogue leaves open: half a conversion in one click is Jeffreys'.
OPEN = {"prior_cvr": 0.5, "prior_clicks": 1.0}

SPILLS = "spilled table: as many rows as there are names in the data"
FITS = "root finding: a curve is fitted to the periods"
WORDS = "classifies words by lists that no formula holds"
EARLIER_ROWS = "each row needs the rows before it: repeat {} down the rows"

NO_TWIN = {
    "CPC_BY": SPILLS,
    "CPC_BY_PERIOD": SPILLS,
    "CPC_MIX": SPILLS,
    "CPC_WHY": SPILLS,
    "CPC_CHECK": SPILLS,
    "BUDGET_SPLIT": FITS,
    "MARGINAL_CPC": FITS,
    "SPEND_CURVE": FITS,
    "BID_TABLE": "root finding: the prior is fitted to all keywords",
    "COST_COUNTS": WORDS,
    "COST_COUNTED": WORDS,
    "PARSE_NUM": "reads the numerals of every country",
    "ATTRIBUTION": "splits paths into touches: as many as each path has",
    "CPC_ROLLING": EARLIER_ROWS.format("CPC over the last rows"),
    "CPC_ALERT": EARLIER_ROWS.format("a prediction from the last rows"),
    "AB_SEQ": EARLIER_ROWS.format("abridged('AB_SEQ')"),
    "CPC_VERDICT": "counts the missing conversions by search; abridged gives the verdict alone",
    "SALT": "rounds to three digits as a sentence does; abridged gives the grade alone",
    "AB_CVR": "Boschloo's test searches and the posterior is an integral",
}

# What is left of a function when it must fit a cell. The p of AB_SEQ is that of one look at the
# totals so far: the smallest of the looks so far counts, and the split must have been kept.
_BEFORE_A, _BEFORE_B = (
    f"{{concentration}}*SUM({{cost_{arm}}})/(SUM({{cost_a}})+SUM({{cost_b}}))" for arm in "ab"
)
_WON_A, _WON_B = (f"SUM({{conversions_{arm}}})/{{dispersion}}" for arm in "ab")
ABRIDGED = {
    "CPC_VERDICT": f'IF({LOW}>{{target}},"above target",IF({{conversions}}=0,'
    f'"cannot tell",IF({HIGH}<{{target}},"below target","cannot tell")))',
    "SALT": 'IF({conversions}=0,"too few",LOOKUP('
    "GAMMAINV((1+{confidence})/2,{conversions}+1,1)/GAMMAINV((1-{confidence})/2,{conversions},1),"
    '{{1,1.25,1.6,3}},{{"solid","fair","weak","too few"}}))',
    "AB_SEQ": f"MIN(1,EXP(GAMMALN({_BEFORE_A})-GAMMALN({_BEFORE_A}+{_WON_A})"
    f"+GAMMALN({_BEFORE_B})-GAMMALN({_BEFORE_B}+{_WON_B})"
    f"+GAMMALN({{concentration}}+{_WON_A}+{_WON_B})-GAMMALN({{concentration}})"
    f"+{_WON_A}*LN(SUM({{cost_a}})/(SUM({{cost_a}})+SUM({{cost_b}})))"
    f"+{_WON_B}*LN(SUM({{cost_b}})/(SUM({{cost_a}})+SUM({{cost_b}})))))",
}
