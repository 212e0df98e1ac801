"""The Costs sheet: every other cost, whether it counts as conversion cost, and why."""

from cpc_functions.catalogue import Unit
from workbook_templates.edition import Edition
from workbook_templates.figures import sentence, shown, without_wildcards
from workbook_templates.sheet import Answer, Input, Sheet
from workbook_templates.tracker.filled import Rows


def costs(edition: Edition, rows: Rows = ()) -> Sheet:
    """Declare the sheet."""
    _ = edition.say
    yes, no, unknown = answers(edition)
    rule = f"MATCH({without_wildcards('{category}')},rules_category,0)"
    return Sheet(
        table="Costs",
        title=_("Costs"),
        lead="=" + _lead(edition),
        columns=(
            Input("date", _("Date"), Unit.DATE, _("The day or month the cost belongs to."), 12.5),
            Input("what", _("What"), Unit.TEXT, _("Supplier or invoice."), 28),
            Input(
                *("category", _("Category"), Unit.TEXT),
                _("One of the categories in Settings."),
                *(22, "rules_category"),
            ),
            Input("cost", _("Cost"), Unit.MONEY, _("The amount, tax excluded."), 16),
            Input("note", _("Note"), Unit.TEXT, _("Anything worth remembering."), 20),
            Answer(
                *("counts", _("Counts?"), Unit.TEXT),
                _("Whether it is conversion cost, by the rules in Settings."),
                f'IF(N({{cost}})=0,"",IF(IFERROR(INDEX(rules_counts,{rule})&"","")="",'
                f'"{unknown}",INDEX(rules_counts,{rule})))',
                *(10, (yes, no, unknown)),
            ),
            Answer(
                *("reason", _("Reason"), Unit.TEXT),
                _("Why it counts or does not."),
                f'IF(N({{cost}})=0,"",IFERROR(INDEX(rules_reason,{rule})&"",'
                f"{sentence(_('No rule names this category: add it in Settings.'))}))",
                58,
            ),
            Answer(
                *("counted", _("Counted"), Unit.MONEY),
                _("The amount that is part of the conversion cost."),
                *(f'IF({{counts}}="{yes}",{{cost}},"")', 16),
            ),
            Answer(
                *("left_out", _("Left out"), Unit.MONEY),
                _("The amount that is shown beside it."),
                *(f'IF(OR({{counts}}="{no}",{{counts}}="{unknown}"),{{cost}},"")', 16),
            ),
        ),
        rows=rows,
    )


def _lead(edition: Edition) -> str:
    """Return the formula of the sheet's help, with the sums of the period."""
    _ = edition.say
    about = sentence(
        _(
            "Every cost that is not a row of the Paid sheet: agency, SEO, content, tools. The "
            "category decides whether it counts; the rules stand in Settings and are yours."
        )
    )
    digits = edition.formats.digits
    sums = sentence(
        _("In the period: {counted} counted, {left_out} left out, {unplaced} without a rule."),
        counted=shown("counted_cost", digits),
        left_out=shown("left_out_cost", digits),
        unplaced=shown("unplaced_cost", digits),
    )
    return f'{about}&" "&{sums}'


def answers(edition: Edition) -> tuple[str, str, str]:
    """Return the words for counts, does not count, and no rule for it."""
    _ = edition.say
    return _("yes"), _("no"), _("unknown")
