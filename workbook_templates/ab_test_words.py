"""The words of an A/B test that formulas compare with, in the language of the workbook."""

from cpc_functions.texts import say, use_language
from workbook_templates.edition import Edition


def verdicts(edition: Edition) -> tuple[str, str, str]:
    """Return the verdicts as AB_CPC has them: B is cheaper, unknown, A is cheaper."""
    use_language(edition.language)
    words = say("B is cheaper"), say("cannot tell"), say("A is cheaper")
    use_language("en")
    return words


def sources(edition: Edition) -> tuple[str, str]:
    """Return what the figures are counted from: the Days sheet, or the totals."""
    _ = edition.say
    return _("days"), _("totals")
