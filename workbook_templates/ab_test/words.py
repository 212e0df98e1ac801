"""What the sheets of an A/B test share: the names of both arms, and words formulas compare with."""

from workbook_templates.edition import Edition
from workbook_templates.formula import native

ARMS = {key: key for key in ("cost_a", "conversions_a", "cost_b", "conversions_b")}
DISPERSED = {**ARMS, "dispersion": "spread"}
EACH_ARM = "IF({{number}}=1,{key}_a,{key}_b)"
NEGATIVE = "(MIN(N(cost_a),N(cost_b),N(conversions_a),N(conversions_b))<0)"

# Close to 1 a ratio has five decimals: rounded onto 1, a limit would contradict the verdict.
RATIO = "[<0.9995]0.000;[>=1.0005]0.000;0.00000"


def ratio_shown(ratio: str) -> str:
    """Return the formula of a ratio inside a sentence, with the decimals that its cell has."""
    return f"FIXED({ratio},IF({ratio}<0.9995,3,IF({ratio}<1.0005,5,3)))"


def when_ready(formula: str) -> str:
    """Return a formula that is empty until both arms have spent."""
    return f'IF(N(ready)=0,"",{formula})'


def verdicts(edition: Edition) -> tuple[str, str, str]:
    """Return the verdicts as AB_CPC has them: B is cheaper, unknown, A is cheaper."""
    return edition.word("B is cheaper"), edition.word("cannot tell"), edition.word("A is cheaper")


def plain_verdict(edition: Edition) -> str:
    """Return the formula of the verdict by the ordinary p, in the language of the workbook."""
    return edition.speak(native, "AB_CPC", cell=5, **DISPERSED, confidence="confidence")


def sources(edition: Edition) -> tuple[str, str]:
    """Return what the figures are counted from: the Days sheet, or the totals."""
    _ = edition.say
    return _("days"), _("totals")
