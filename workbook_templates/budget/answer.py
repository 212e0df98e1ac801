"""The Budget sheet: what the next conversion costs in each channel, and the suggested move."""

from cpc_functions.catalogue import Unit
from workbook_templates.budget import charts, tables
from workbook_templates.budget.cards import suggested, three_cards
from workbook_templates.budget.checks import step_checks
from workbook_templates.edition import Edition
from workbook_templates.page import Charts, Field, Heading, Page, PageBreak, Text
from workbook_templates.sheet import Sheet
from workbook_templates.tracker.sample import channels


def answer(edition: Edition, steps: Sheet) -> Page:
    """Declare the sheet over the Steps sheet."""
    _ = edition.say
    return Page(
        title=_("Budget"),
        lead=_("Everything here follows from Steps and Settings: change a row, and it changes."),
        blocks=(
            Text("=" + suggested(edition), lines=2, strong=True),
            three_cards(edition),
            Heading(_("By channel: average and marginal cost per conversion")),
            tables.by_channel(edition, steps),
            Text(
                _(
                    "Where a channel stands now is the row marked with x on the Steps sheet, or "
                    "else its last row. Marginal compares it with the next lower spend. A dash: "
                    "no extra conversion, or no upper limit."
                ),
                quiet=True,
            ),
            Charts((charts.average_and_marginal(edition),), lines=17),
            PageBreak(),
            Heading(_("Before and after the move")),
            tables.before_and_after(edition),
            Charts((charts.spend(edition),), lines=16),
            PageBreak(),
            Heading(_("Steps of one channel")),
            Field(
                *("shown_channel", _("Channel"), Unit.TEXT),
                _(
                    "Choose a channel, or the first one is shown. There is room for its eight "
                    "lowest steps; with fewer, the right of the chart stays blank."
                ),
                value=channels(edition)[0] if edition.sample else None,
                choices="channel_name",
            ),
            Charts((charts.steps(edition),), lines=15),
            Heading(_("A step that would tell more")),
            Text(
                _(
                    "How much more to spend per period, for as many periods as the channel ran, so "
                    "that the extra conversions are told from chance four times out of five; at "
                    "the marginal cost of its last step, or the average where that is higher. A "
                    "dash: its last step was surely above the target already."
                ),
                quiet=True,
            ),
            tables.trials(edition),
            PageBreak(),
            Heading(_("Data checks")),
            step_checks(edition, steps),
            Heading(_("How far to trust this")),
            *_method(edition),
        ),
    )


def _method(edition: Edition) -> list[Text]:
    _ = edition.say
    return [
        Text(
            _(
                "The marginal cost per conversion is extra spend over extra conversions between "
                "two levels of spend. Its interval comes from the exact limits of both counts "
                "(Garwood 1936), joined by MOVER (Zou and Donner 2008; Li, Tang and Wong 2014)."
            )
        ),
        Text(
            _(
                "A move goes from the channel with the highest low limit to the one with the "
                "lowest high limit, and only when the two intervals do not overlap. That is "
                "stricter than one test of the pair, as the pair was picked among many."
            )
        ),
        Text(
            _(
                "The move is no larger than the share in Settings, what is above the floor, and "
                "the last step of either channel: nothing is said beyond what was tried. What is "
                "expected holds if the step repeats; the next step usually brings less."
            )
        ),
        Text(
            _(
                "The levels were not drawn by lot: season, demand, prices and competitors moved at "
                "the same time, and spend often follows demand. The intervals cover chance alone. "
                "The surest way is to raise and lower spend by plan, in weeks drawn by lot."
            )
        ),
        Text(
            _(
                "Conversions are those that the platform credits. A channel that takes the credit "
                "for others, or that others depend on, looks better or worse than it is."
            )
        ),
    ]
