"""Left out: costs that are shown beside the paid figure, and rows that are in no figure."""

from collections.abc import Sequence

from cpc_functions.catalogue import Unit
from workbook_templates.edition import Edition
from workbook_templates.figures import exactly, sentence, without_wildcards
from workbook_templates.page import Block, Column, Data, Grid, Heading, Page, Row, Text
from workbook_templates.report.tables import Tables
from workbook_templates.report.words import Words
from workbook_templates.tracker.costs import answers
from workbook_templates.tracker.filled import Filled
from workbook_templates.tracker.sums import in_period

CATEGORY = 2  # the place of the category among the inputs of the Costs sheet


def not_counted(edition: Edition, tables: Tables, words: Words, filled: Filled) -> Page:
    """Declare the sheet."""
    _ = edition.say
    categories = dict.fromkeys(str(row[CATEGORY]) for row in filled.costs)
    return Page(
        title=_("Left out"),
        lead=_("What is in no paid figure, with the reason: nothing is left out in silence."),
        blocks=(
            Heading(_("Costs beside the ads")),
            *_costs(edition, [*categories]),
            Heading(_("Rows that are in no figure")),
            *_rows(edition, tables, words),
        ),
    )


def _costs(edition: Edition, categories: Sequence[str]) -> list[Block]:
    _ = edition.say
    if not categories:
        return [
            Text(
                _(
                    "No costs beside the ads were given. Type them on the Costs sheet: the "
                    "category decides whether they count."
                )
            )
        ]
    yes, no, unknown = answers(edition)
    rule = f"MATCH({without_wildcards('{category}')},rules_category,0)"
    matches = f"costs_category,{exactly('{category}')}"
    return [
        Text(_("By the rules in Settings, which are yours: change one, and these amounts follow.")),
        Grid(
            "beside",
            (
                Column("category", _("Category"), Unit.TEXT, 3),
                Column(
                    *("counts", _("Counts?"), Unit.TEXT, 1),
                    f'IF(IFERROR(INDEX(rules_counts,{rule})&"","")="","{unknown}",'
                    f"INDEX(rules_counts,{rule}))",
                    words=(yes, no, unknown),
                ),
                Column(
                    *("counted", _("Counted"), Unit.MONEY, 2),
                    in_period("costs_counted", matches),
                ),
                Column(
                    *("left", _("Left out"), Unit.MONEY, 2),
                    in_period("costs_left_out", matches),
                ),
                Column(
                    *("reason", _("Reason"), Unit.TEXT, 4),
                    f'IFERROR(INDEX(rules_reason,{rule})&"",'
                    f"{sentence(_('No rule names this category: add it in Settings.'))})",
                ),
            ),
            [
                *[Row({"category": Data(category)}) for category in categories],
                Row(
                    {
                        "category": _("All"),
                        "counts": "",
                        "counted": "=SUM(beside_counted)",
                        "left": "=SUM(beside_left)",
                        "reason": "",
                    },
                    total=True,
                ),
            ],
            wrap=2,
        ),
    ]


def _rows(edition: Edition, tables: Tables, words: Words) -> list[Block]:
    _ = edition.say
    if not tables.left_out:
        return [Text(_("None: every row that was read is in a figure."))]
    return [
        Grid(
            "unused",
            (
                Column("source", _("Source"), Unit.TEXT, 3),
                Column("reason", _("Reason"), Unit.TEXT, 5),
                Column("rows", _("Rows"), Unit.WHOLE, 1),
                Column("cost", _("Cost"), Unit.MONEY, 2),
                Column("conversions", _("Conv."), Unit.COUNT, 1),
            ),
            [
                Row(
                    {
                        "source": Data(rows.source),
                        "reason": words.left_out(rows),
                        "rows": rows.rows,
                        "cost": rows.cost,
                        "conversions": rows.conversions,
                    }
                )
                for rows in tables.left_out
            ],
            long=True,
        )
    ]
