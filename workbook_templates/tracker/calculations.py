"""The Calculations sheet: every figure between the data and the report, each named and visible."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.edition import Edition
from workbook_templates.page import Block, Field, Heading, Page, PageBreak
from workbook_templates.tracker.costs import answers
from workbook_templates.tracker.filled import Filled
from workbook_templates.tracker.parts import answer, campaigns, channels, months
from workbook_templates.tracker.sums import EACH_RULE, by_rule, in_period


def calculations(edition: Edition, filled: Filled) -> Page:
    """Declare the sheet."""
    _ = edition.say
    return Page(
        title=_("Calculations"),
        lead=_(
            "Where the report takes its figures from. Nothing is to be filled in here; each cell "
            "has a name, which its formulas and the report use."
        ),
        blocks=(
            Heading(_("Costs in the period")),
            *_costs(edition),
            Heading(_("Conversions in the period")),
            *_conversions(edition),
            Heading(_("Three figures that are never the same")),
            *_three(edition),
            Heading(_("How far to trust them")),
            *_trust(edition),
            *months(edition, filled),
            PageBreak(),
            *channels(edition, filled),
            *campaigns(edition, filled),
            *_checks(edition),
        ),
    )


def _costs(edition: Edition) -> list[Field]:
    _ = edition.say
    yes, no, _unknown = answers(edition)
    return [
        answer(
            *("media_cost", _("Media cost"), _("The Paid sheet, within the period.")),
            in_period("paid_cost"),
        ),
        answer(
            *("counted_cost", _("Other costs that count"), _("The Costs sheet, by the rules.")),
            by_rule(in_period("costs_cost", EACH_RULE), yes),
        ),
        answer(
            *("conversion_cost", _("Conversion cost"), _("The two above: what is divided.")),
            "media_cost+counted_cost",
        ),
        answer(
            *("left_out_cost", _("Left out"), _("The Costs sheet, by the rules.")),
            by_rule(in_period("costs_cost", EACH_RULE), no),
        ),
        answer(
            *("organic_cost", _("– of it organic work"), _("By the rules: it serves no ad.")),
            by_rule(in_period("costs_cost", EACH_RULE), no, edition.word("organic")),
        ),
        answer(
            *("unplaced_cost", _("Not placed yet"), _("Costs whose category no rule names.")),
            f"ROUND({in_period('costs_cost')}-counted_cost-left_out_cost,6)",
        ),
        answer(
            *("all_cost", _("All costs"), _("Everything on the two sheets, in the period.")),
            "conversion_cost+left_out_cost+unplaced_cost",
        ),
    ]


def _conversions(edition: Edition) -> list[Field]:
    _ = edition.say
    return [
        answer(
            *("paid_converted", _("Paid conversions"), _("The Paid sheet.")),
            *(in_period("paid_conversions"), Unit.COUNT),
        ),
        answer(
            *("organic_converted", _("Organic conversions"), _("The Organic sheet.")),
            *(in_period("organic_conversions"), Unit.COUNT),
        ),
        answer(
            *("all_converted", _("All conversions"), _("Paid and organic.")),
            *("paid_converted+organic_converted", Unit.COUNT),
        ),
        answer(
            *("paid_worth", _("Paid conversion value"), _("The Paid sheet.")),
            in_period("paid_value"),
        ),
        answer(
            *("organic_worth", _("Organic conversion value"), _("The Organic sheet.")),
            in_period("organic_value"),
        ),
    ]


def _three(edition: Edition) -> list[Field]:
    _ = edition.say
    made_ofs = {
        "paid": _("Conversion cost over paid conversions."),
        "blended": _("Conversion cost over all conversions."),
        "loaded": _("All costs over all conversions."),
    }
    fields = []
    for name, label, cost, conversions in (
        ("paid", _("Paid"), "conversion_cost", "paid_converted"),
        ("blended", _("Blended"), "conversion_cost", "all_converted"),
        ("loaded", _("Fully loaded"), "all_cost", "all_converted"),
    ):
        made_of = made_ofs[name]
        fields += [
            answer(f"{name}_figure", label, made_of, figures.figure(cost, conversions)),
            answer(f"{name}_figure_low", f"– {_('Low')}", made_of, figures.low(cost, conversions)),
            answer(
                f"{name}_figure_high", f"– {_('High')}", made_of, figures.high(cost, conversions)
            ),
        ]
    return fields


def _trust(edition: Edition) -> list[Block]:
    _ = edition.say
    return [
        answer(
            *("confidence", _("Confidence"), _("As in Settings; 95% where that cell is empty.")),
            *(figures.valid_confidence("wanted_confidence"), Unit.FRACTION),
        ),
        answer(
            *("paid_grade", _("Grade"), _("By the width of the interval, as the function SALT.")),
            *(figures.grade(edition, "paid_figure_low", "paid_figure_high"), Unit.TEXT),
        ),
        answer(
            *("paid_figure_verdict", _("Against target"), _("Of the paid figure.")),
            *(figures.verdict(edition, "paid_figure_low", "paid_figure_high"), Unit.TEXT),
        ),
    ]


def _checks(edition: Edition) -> list[Heading | Field]:
    _ = edition.say
    return [
        Heading(_("Data checks")),
        answer(
            *("checks_to_see", _("Checks that ask for a look"), _("Of those on the report.")),
            *("SUMPRODUCT(--(check_found<>0))", Unit.WHOLE),
        ),
    ]
