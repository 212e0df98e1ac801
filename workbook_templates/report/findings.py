"""What the checks can find: for each a severity, a sentence and what to do about it."""

from enum import Enum, StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a finding can move the figure."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Told(NamedTuple):
    """A finding's severity, its sentence with facts in {braces}, and the advice."""

    severity: Severity
    sentence: str
    advice: str


def _(message: str) -> str:
    """Mark a message for translation where it is shown."""
    return message


ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


class Check(Enum):
    """One member for each thing that can be found."""

    TOTALS_DISAGREE = Told(
        ERROR,
        _("The line of totals says {field} {total}, its rows make {rows}."),
        _("Export again without a filter, or find out which rows are missing."),
    )
    NOT_COVERED = Told(
        WARNING,
        _("The rows cover {share} of the {field} of the whole account."),
        _("Export by campaign: search terms and ad groups never show all of it."),
    )
    DUPLICATES = Told(
        WARNING,
        _("Rows that stand twice, word for word: {count}, with {cost} of cost; both were counted."),
        _("Delete one of each if they were pasted twice."),
    )
    COST_WITHOUT_CONVERSIONS = Told(
        NOTE,
        _("Rows with cost and no figure of conversions: {count}, with {cost}; their cost counts."),
        _("Check that conversions are tracked for these campaigns."),
    )
    CONVERSIONS_WITHOUT_COST = Told(
        WARNING,
        _("Rows with conversions and no cost: {count}, with {conversions}; the conversions count."),
        _("Check that the cost is there: without it the cost per conversion looks too low."),
    )
    CONVERSIONS_OVER_CLICKS = Told(
        WARNING,
        _("Rows with more conversions than clicks: {count}."),
        _("Views may be credited as well, or one click with several conversions: see settings."),
    )
    RATE_OVER_ONE = Told(
        WARNING,
        _("Of {name}, the conversion rate of the whole period is {rate}."),
        _("Check which action is counted; a page view is no conversion."),
    )
    MIXED_CURRENCIES = Told(
        NOTE,
        _("{cost} of the cost was in {currency} and was converted at {rate}."),
        _("Check the rate against the period."),
    )
    EVENT_NOT_SAID = Told(
        NOTE,
        _("This source does not say which conversion it counts; another one says {event}."),
        _("Check that both count the same action."),
    )
    OTHER_EVENTS = Told(
        WARNING,
        _("{cost} was spent for other results than {event}, and is not in the figure."),
        _("Make a report for each of them with --event."),
    )
    ORGANIC_AS_PAID = Told(
        ERROR,
        _("{cost} stands among paid traffic as {channel}, which is organic work."),
        _("It was moved beside the paid figure; type it on the Costs sheet."),
    )
    AVERAGED_RATIO = Told(
        ERROR,
        _("The {column} of the line of totals is {average}, the average of its rows."),
        _("An average weighs small rows like large ones; cost over conversions is {cpc}."),
    )
    FUTURE_DATES = Told(
        ERROR,
        _("Rows of days in the future: {count}; the last one is of {day}."),
        _("Check whether day and month were swapped."),
    )
    MIXED_DATES = Told(
        ERROR,
        _("Some dates are real dates and some are text: {count} of {rows} are text."),
        _("Excel may have swapped day and month in the real ones; export again as CSV."),
    )
    YOUNG_DAYS = Told(
        NOTE,
        _("{share} of the cost is of the last {days} days: conversions still come in."),
        _("The newest days look dearer than they will turn out."),
    )
    BRAND_MIXED = Told(
        NOTE,
        _("Brand campaigns cost {brand} per conversion, all others {others}."),
        _("Judge them apart: people who search for your name come anyway."),
    )
    REPLACED = Told(
        WARNING,
        _(
            "Figures of an earlier file were replaced: {changed}, with {before} of cost; now "
            "{after}."
        ),
        _(
            "The later file of the call counts. Two accounts need the account's name in their "
            "exports."
        ),
    )
    REPEATED = Told(
        NOTE,
        _("Figures that an earlier file holds as well, and that count once: {same}."),
        _("Nothing needs to be done."),
    )
    ONLY_IN_ONE = Told(
        WARNING,
        _("Campaigns that another file of the same days does not have: {count}, with {cost}."),
        _("Check that none was renamed between the exports: its cost would count twice."),
    )
    INVOICE_BESIDE = Told(
        WARNING,
        _("{cost} of {category} counts beside the platforms' own cost of ads."),
        _("Leave invoices of ad platforms out of Costs: their exports hold that cost."),
    )
    CURRENCY_NOT_SAID = Told(
        WARNING,
        _("No file says its currency: the amounts of {count} files were added as they are."),
        _("Say it with --currency if they are the same."),
    )
    RESULTS_NOT_NAMED = Told(
        WARNING,
        _("The export does not say of what kind its results are: several may be added here."),
        _("Export with the result type, or with one conversion only."),
    )
    VALUE_IN_OTHER_CURRENCY = Told(
        NOTE,
        _("The conversion value is in another currency than the cost, and was left out."),
        _("Export both in one currency if the value is needed."),
    )
    OTHER_SHEETS = Told(
        NOTE,
        _("Sheets that hold no export and were not read: {names}."),
        _("See why with cpc inspect."),
    )
    NO_ROWS = Told(
        WARNING,
        _("The export holds no rows."),
        _("Check its filter and its days."),
    )
    NOT_COMPARED = Told(
        NOTE,
        _(
            "Its days do not fit into two periods that could be compared, so that no change is "
            "told."
        ),
        _("Export whole months by day."),
    )
    OTHER_DAYS = Told(
        WARNING,
        _("Organic conversions are of {first} to {last}, paid ones of other days."),
        _("Export both for the same days: the blended figure mixes them."),
    )
    PLATFORMS_CLAIM_MORE = Told(
        NOTE,
        _("The platforms claim {claimed} paid conversions, the analytics credit {credited}."),
        _("Platforms each credit themselves; the figure here is theirs, never the difference."),
    )
    MASKED = Told(
        NOTE,
        _('Cells with only a limit such as "<5", which count as no figure: {count}.'),
        _("Export by longer periods, so that counts are shown."),
    )
    REMARKS = Told(
        NOTE,
        _("Lines that are no rows and were set aside: {count}."),
        _("See them with cpc inspect."),
    )
    MORE_TABLES = Told(
        WARNING,
        _("Another table begins on line {line} and was not read."),
        _("Export it in a file of its own if it is needed."),
    )
    LARGE = Told(
        NOTE,
        _("A large source of {count} rows: rows that stand twice were not looked for."),
        _("Export fewer days to have them looked for."),
    )

    @property
    def severity(self) -> Severity:
        """How much it can move the figure."""
        return self.value.severity

    @property
    def sentence(self) -> str:
        """The message that tells it, with facts in {braces}."""
        return self.value.sentence

    @property
    def advice(self) -> str:
        """The message that tells what to do, which may hold facts too."""
        return self.value.advice
