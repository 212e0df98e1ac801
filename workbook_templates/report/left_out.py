"""Why a row is in no figure."""

from enum import StrEnum


def _(message: str) -> str:
    """Mark a message for translation where it is shown."""
    return message


class Reason(StrEnum):
    """The reasons, as messages."""

    TOTAL_LINE = _("A line of totals: counting it would double every amount.")
    OTHER_EVENT = _("Another result than the one asked for: different results are never added.")
    EVENT_UNCLEAR = _("No result is named, and the source holds several kinds.")
    SEEN_BY_ANALYTICS = _("Paid traffic as analytics sees it: the platforms' own figures count.")
    UNASSIGNED = _("Analytics could not say whether this traffic was paid for.")
    NO_CONVERSIONS = _("The source holds no conversions: search queries, pages, impressions.")
    FINER_EXPORT = _("A finer export of traffic that another file covers as a whole.")
    REPLACED = _("Replaced by a later file with the same day and campaign.")
    REPEATED_COST = _("The same cost stands in an earlier file, and counts once.")
    ORGANIC_WORK = _("Organic work: shown beside the paid figure, never in it.")
    OUTSIDE_PERIOD = _("Outside of the period of the report.")
    NO_FIGURES = _("The row holds neither cost nor conversions.")
