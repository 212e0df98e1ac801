"""The words that stand in cells, in English and Norwegian; function names are never translated."""

from contextvars import ContextVar

_language: ContextVar[str] = ContextVar("language", default="en")

NORWEGIAN = {
    "above target": "over målet",
    "below target": "under målet",
    "cannot tell": "kan ikke avgjøres",
    "cannot tell: nothing was spent yet": "kan ikke avgjøres: ingenting er brukt ennå",
    "cannot tell: the figure equals the target": "kan ikke avgjøres: tallet er lik målet",
    "cannot tell: over {count} more conversions needed": (
        "kan ikke avgjøres: over {count} konverteringer til trengs"
    ),
    "cannot tell: about {count} more conversions needed": (
        "kan ikke avgjøres: omtrent {count} konverteringer til trengs"
    ),
    "cannot tell: without a conversion, above target at {spend} spent": (
        "kan ikke avgjøres: uten konvertering er den over målet ved {spend} brukt"
    ),
    "no conversions yet: at least {low}": "ingen konverteringer ennå: minst {low}",
    "solid": "solid",
    "fair": "brukbart",
    "weak": "svakt",
    "too few": "for få",
    "A is cheaper": "A er billigst",
    "B is cheaper": "B er billigst",
    "HIGH": "HØY",
    "LOW": "LAV",
    "(blank)": "(tom)",
    "(other)": "(andre)",
    "Total": "Totalt",
    "paid": "betalt",
    "organic": "organisk",
    "blended": "samlet",
}


def use_language(code: str) -> None:
    """Set the language of verdicts and labels for this context: "en" or "nb"."""
    if code not in ("en", "nb"):
        message = f"the language must be en or nb, not {code!r}"
        raise ValueError(message)
    _language.set(code)


def language() -> str:
    """Return the language that is set for this context: "en" or "nb"."""
    return _language.get()


def say(message: str, **parts: object) -> str:
    """Return a message in the language that is set, its {parts} filled in."""
    if _language.get() == "nb":
        message = NORWEGIAN.get(message, message)
    return message.format(**parts) if parts else message


def rounded(value: float) -> str:
    """Return a number as a sentence gives it: three digits, whole from a hundred on."""
    if value == 0 or abs(value) >= 100:
        return f"{value:.0f}" if abs(value) < 1e15 else f"{value:.3g}"
    digits = f"{value:.2e}"
    decimals = 2 - int(digits.partition("e")[2])
    return f"{value:.{decimals}f}".rstrip("0").rstrip(".") if decimals < 12 else f"{value:.3g}"
