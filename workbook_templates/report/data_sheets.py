"""The sheets of data of a report: the tracker's, with rows that were read and not typed."""

from collections.abc import Sequence
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

PRINTED = 200
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
    answers = [
        column
        for column in declared.columns
        if isinstance(column, Answer) and column.key not in without
    ]
    return replace(
        declared,
        lead=_printed(
            edition,
            _(
                "Paid traffic as it was read from the sources, by day or month and campaign. Every "
                "figure of the report is computed from these rows."
            ),
            declared.rows,
        ),
        columns=(*declared.inputs, number, *answers),
        printed=PRINTED,
    )


def days_sheet(edition: Edition, tables: Tables) -> Sheet:
    """Declare the Days sheet: paid traffic of each day and channel."""
    _ = edition.say
    return Sheet(
        table="Daily",
        title=_("Days"),
        lead=_printed(
            edition,
            _("Paid traffic by day and channel: what the two periods are compared by."),
            tables.days,
        ),
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
        printed=PRINTED,
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
                for column in figure_columns(edition, span=2)
            ),
        ),
        rows=_rows(contents),
        printed=PRINTED,
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
    every = _(
        "Every campaign in the period, the largest cost first. A verdict is told by the whole "
        "interval: a lucky campaign with two conversions is not called cheap."
    )
    if len(contents.campaigns) <= MOST_CAMPAIGNS:
        return _printed(edition, every, contents.campaigns)
    some = _(
        "The {listed} campaigns with the largest cost, of {all}; the others are in every total. A "
        "verdict is told by the whole interval: a lucky campaign is not called cheap."
    ).format(listed=MOST_CAMPAIGNS, all=len(contents.campaigns))
    return _printed(edition, some, contents.campaigns)


def _printed(edition: Edition, lead: str, rows: Sequence[object]) -> str:
    """Return the help of a sheet, which says when not all of it is printed."""
    _ = edition.say
    if len(rows) <= PRINTED:
        return lead
    more = _("Only the first {count} rows are printed.").format(count=PRINTED)
    return f"{lead} {more}"
