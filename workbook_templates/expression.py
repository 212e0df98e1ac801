"""Expressions that become part of a longer formula."""

import re

_TEXT = re.compile(r"""\"[^"]*\"|'[^']*'""")
_INNERMOST = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|\{[^{}]*\}")
_NUMBER = re.compile(r"\d+(\.\d*)?(E[+-]?\d+)?|\.\d+", re.IGNORECASE)
_OPERATOR = re.compile(r"[-+*/^&=<>]")
_THIS_ROW = re.compile(r"#This Row", re.IGNORECASE)
_STRUCTURED = re.compile(r"\w*\[.*\]", re.DOTALL)


def operand(expression: str, where: str) -> str:
    """Return an expression for use beside operators: in parentheses unless it is one thing.

    Raises ValueError for what would break or change the formula around it.
    """
    text = expression.strip()
    skeleton = _skeleton(text)
    if not text or text.startswith("="):
        raise ValueError(f'{where} must be an expression without "=", not {expression!r}.')
    if "@" in _TEXT.sub("", text):
        raise ValueError(f"{where}: files do not know {expression!r}; write [[#This Row],[…]].")
    if re.search(r"[(){}\[\]\"]", skeleton):
        raise ValueError(f"{where}: {expression!r} has a bracket or a quote without its partner.")
    if re.search(r"[,;]", skeleton):
        raise ValueError(f"{where}: {expression!r} is more than one argument.")
    compound = bool(_OPERATOR.search(skeleton)) and not _NUMBER.fullmatch(text)
    if compound and is_column(text):
        raise ValueError(
            f"{where}: {expression!r} computes with a range; wrap it in SUM or SUMPRODUCT."
        )
    return f"({text})" if compound else text


def is_column(expression: str) -> bool:
    """Return whether an expression is a range: D5:D9, or Paid[Cost] but not that of this row."""
    text = expression.strip()
    if ":" in _skeleton(text):
        return True
    return bool(_STRUCTURED.fullmatch(text)) and not _THIS_ROW.search(text)


def _skeleton(text: str) -> str:
    """Return an expression without what stands in quotes and brackets."""
    text = _TEXT.sub("", text)
    while (shorter := _INNERMOST.sub("", text)) != text:
        text = shorter
    return text
