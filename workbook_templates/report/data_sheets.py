"""The sheets of data of a report: the tracker's, with rows that were read and not typed."""

from dataclasses import replace

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.edition import Edition
from workbook_templates.report.contents import MOST_CAMPAIGNS, Contents
from workbook_templates.report.tables import Tables
from workbook_templates.sheet import Answer, Input, Sheet
from workbook_templates.tracker.figure_tables import figure_columns
from workbook_templates.tracker.filled import Rows
from workbook_templates.tracker.paid import paid

PRINTED = 50  # rows: about two pages of a sheet that is read on a screen
HELPERS = ("key", "first", "row_key")  # they find what a report has listed already
SLOW = ("low", "high", "verdict")  # of one row: left away where they take longer than the rest
MANY_ROWS = 20_000
NAMELESS = "–"


def paid_sheet(edition: Edition, contents: Contents) -> Sheet:
    """Declare the Paid sheet: each row with the number of its campaign, to be summed by."""
    _ = edition.say
    declared = paid(edition, contents.filled.paid)
    number = Input(
        *("number", _("Campaign no."), Unit.WHOLE),
        _("The number of the campaign on the Campaigns sheet, which sums its rows by it."),
        11,
    )
    without = HELPERS + (SLOW if len(declared.rows) > MANY_ROWS else ())
    without += () if contents.filled.verdicts else ("verdict",)
    answers = [
        column
        for column in declared.columns
        if isinstance(column, Answer) and column.key not in without
    ]
    return replace(
        declared,
        lead=_(
            "Paid traffic as it was read from the sources, by day or month and campaign. Every "
            "figure of the report is computed from these rows."
        ),
        columns=(*declared.inputs, number, *answers),
    )


def days_sheet(edition: Edition, tables: Tables) -> Sheet:
    """Declare the Days sheet: paid traffic of each day and channel."""
    _ = edition.say
    return Sheet(
        table="Daily",
        title=_("Days"),
        lead=_("Paid traffic by day and channel: what the two periods are compared by."),
        columns=(
            Input("date", _("Date"), Unit.DATE, _("The day the cost was charged."), 12.5),
            Input("channel", _("Channel"), Unit.TEXT, _("As on the Paid sheet."), 24),
            Input("cost", _("Cost"), Unit.MONEY, _("What the platform charged."), 18),
            Input(
                *("conversions", _("Conversions"), Unit.COUNT),
                _("As credited by the platform."),
                16,
            ),
            Answer(
                *("cpc", _("Cost per conversion"), Unit.MONEY),
                _("Cost over conversions. A dash is cost without a conversion: it has none."),
                *(figures.figure("{cost}", "{conversions}"), 18),
            ),
        ),
        rows=tables.days,
    )


def campaigns_sheet(edition: Edition, contents: Contents) -> Sheet:
    """Declare the Campaigns sheet: sums and figures of each campaign, the largest cost first."""
    _ = edition.say
    return Sheet(
        table="Campaign",
        title=_("Campaigns"),
        lead=_lead(edition, contents),
        columns=(
            Input("number", _("No."), Unit.WHOLE, _("As on the Paid sheet."), 7),
            Input("channel", _("Channel"), Unit.TEXT, _("As on the Paid sheet."), 22),
            Input("name", _("Campaign"), Unit.TEXT, _("As named in the ad platform."), 40),
            Answer(
                *("cost", _("Cost"), Unit.MONEY),
                _("The sum of its rows on the Paid sheet."),
                *(campaign_sum("cost", "{number}"), 18),
            ),
            Answer(
                *("conversions", _("Conv."), Unit.COUNT),
                _("The sum of its rows on the Paid sheet."),
                *(campaign_sum("conversions", "{number}"), 12),
            ),
            *(
                Answer(
                    *(column.key, column.title, column.unit, column.title, column.formula, 17),
                    words=column.words,
                )
                for column in figure_columns(edition, verdicts=contents.filled.verdicts)
            ),
        ),
        rows=_rows(contents),
    )


def campaign_sum(amount: str, number: str) -> str:
    """Return the sum of a column of the Paid sheet over a campaign's rows.

    A report holds no rows outside its period: without that criterion a spreadsheet takes a third
    less time for all of it.
    """
    return f"SUMIFS(paid_{amount},paid_number,{number})"


def _rows(contents: Contents) -> Rows:
    listed = contents.campaigns[: contents.filled.campaigns]
    return [(c.number, c.channel or NAMELESS, c.name or NAMELESS) for c in listed]


def _lead(edition: Edition, contents: Contents) -> str:
    _ = edition.say
    listed = (
        _("Every campaign in the period, the largest cost first.")
        if len(contents.campaigns) <= MOST_CAMPAIGNS
        else _(
            "The {listed} campaigns with the largest cost, of {all}; the others are in every total."
        ).format(listed=MOST_CAMPAIGNS, all=len(contents.campaigns))
    )
    if not contents.filled.verdicts:
        return listed
    told = _(
        "A verdict is told by the whole interval: a lucky campaign with two conversions is not "
        "called cheap."
    )
    return f"{listed} {told}"


def as_read(edition: Edition, sheet: Sheet) -> Sheet:
    """Declare a sheet as one that was read; of a long one only the first rows are printed."""
    _ = edition.say
    lead = sheet.lead
    if len(sheet.rows) > PRINTED:
        more = _("Only the first {count} rows are printed.").format(count=PRINTED)
        lead = f'{lead}&" {more}"' if lead.startswith("=") else f"{lead} {more}"
    return replace(sheet, lead=lead, printed=PRINTED, read=bool(sheet.rows))
