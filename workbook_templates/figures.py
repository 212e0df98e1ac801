"""The formulas that several sheets share: a figure, its interval, its verdict, and sentences.

A cell that has nothing to say yet is empty. Cost without a conversion shows a dash: there is no
cost per conversion then, and 0 would hide it.
"""

import re

from workbook_templates.edition import Edition
from workbook_templates.formula import native

NO_FIGURE = "–"
IN_PERIOD = '{date},">="&period_start,{date},"<"&period_end+1'


def figure(cost: str, conversions: str) -> str:
    """Return the formula of a cost per conversion; a cost below 0 has none either."""
    ratio = native("CPC", cost=cost, conversions=conversions)
    return f'IF(N({cost})<0,"{NO_FIGURE}",IF(N({conversions})>0,{ratio},{_without(cost)}))'


def low(cost: str, conversions: str) -> str:
    """Return the formula of its low limit, which stands even without a conversion."""
    limit = native("CPC_LOW", cost=cost, conversions=f"N({conversions})", confidence="confidence")
    below = f"MIN(N({cost}),N({conversions}))<0"
    return f'IF({below},"{NO_FIGURE}",IF(N({cost})+N({conversions})>0,{limit},""))'


def high(cost: str, conversions: str) -> str:
    """Return the formula of its high limit, which needs a conversion."""
    limit = native("CPC_HIGH", cost=cost, conversions=conversions, confidence="confidence")
    return f'IF(N({cost})<0,"{NO_FIGURE}",IF(N({conversions})>0,{limit},{_without(cost)}))'


def share(part: str, whole: str) -> str:
    """Return the formula of a share of a total."""
    return f'IF(AND(ISNUMBER({part}),N({whole})>0),{part}/N({whole}),"")'


def verdict(edition: Edition, low_limit: str, high_limit: str) -> str:
    """Return the formula of the verdict against the target; empty without a target."""
    below, unknown, above = verdicts(edition)
    return (
        f'IF(OR(N(target)<=0,NOT(ISNUMBER({low_limit}))),"",IF({low_limit}>target,"{above}",'
        f'IF(N({high_limit})=0,IF(ISNUMBER({high_limit}),"{below}","{unknown}"),'
        f'IF({high_limit}<target,"{below}","{unknown}"))))'
    )


def verdicts(edition: Edition) -> tuple[str, str, str]:
    """Return the words of a verdict, as CPC_VERDICT has them: best, unknown, worst."""
    return edition.word("below target"), edition.word("cannot tell"), edition.word("above target")


def unless_zero(amount: str) -> str:
    """Return the formula of an amount that is left empty when there is none."""
    return f'IF({amount}=0,"",{amount})'


def grade(edition: Edition, low_limit: str, high_limit: str) -> str:
    """Return the grade of an interval by the factor between its limits, as SALT has it."""
    words = [edition.word(word) for word in ("solid", "fair", "weak", "too few")]
    factor = f"{high_limit}/{low_limit}"
    return (
        f'IF(N({low_limit})*N({high_limit})=0,"",IF({factor}<1.25,"{words[0]}",'
        f'IF({factor}<1.6,"{words[1]}",IF({factor}<3,"{words[2]}","{words[3]}"))))'
    )


def exactly(text: str) -> str:
    """Return the criterion that matches one text and nothing else, whatever signs it has."""
    return f'"="&{without_wildcards(text)}'


def key(*parts: str) -> str:
    """Return texts as one, to group rows by: signs that MATCH reads as wildcards look alike only.

    Texts longer than 255 letters cannot be looked up.
    """
    joined = '&" | "&'.join(parts)
    for sign, alike in (("~", "∼"), ("*", "∗"), ("?", "？")):
        joined = f'SUBSTITUTE({joined},"{sign}","{alike}")'
    return f"LEFT({joined},250)"


def without_wildcards(text: str) -> str:
    """Return a text for MATCH and COUNTIF to find as it stands."""
    for sign in "~*?":
        text = f'SUBSTITUTE({text},"{sign}","~{sign}")'
    return text


def sentence(message: str, **parts: str) -> str:
    """Return the formula of a sentence whose {parts} are formulas."""
    pieces = []
    for text, name in re.findall(r"([^{]*)(?:\{(\w+)\})?", message):
        if text:
            pieces.append('"' + text.replace('"', '""') + '"')
        if name:
            pieces.append(parts[name])
    return "&".join(pieces)


def day(date: str) -> str:
    """Return the formula of a date inside a sentence: year first, as no country mistakes it."""
    return f'YEAR({date})&"-"&RIGHT("0"&MONTH({date}),2)&"-"&RIGHT("0"&DAY({date}),2)'


def percent(share: str, decimals: int = 1) -> str:
    """Return the formula of a share as a percentage inside a sentence: 95, 97.5, 99.9."""
    return f"ROUND({share}*100,{decimals})"


def valid_confidence(wanted: str) -> str:
    """Return the formula of the confidence to use: 95 % where what is wanted is none."""
    return f"IF(N({wanted})<=0,0.95,IF({wanted}>=1,0.95,{wanted}))"


def shown(amount: str, decimals: int = 2) -> str:
    """Return the formula of a number inside a sentence, with the reader's own separators."""
    return f"FIXED({amount},{decimals})"


def _without(cost: str) -> str:
    return f'IF(N({cost})>0,"{NO_FIGURE}","")'
