"""Data checks as rows: what was found, how much cost it concerns, and the cure."""

from collections.abc import Sequence
from typing import NamedTuple

from cpc_functions.catalogue import Unit
from workbook_templates.edition import Edition
from workbook_templates.page import Column, Grid, Row


class Check(NamedTuple):
    """One thing that can be wrong: how many rows, how much cost, what to do."""

    sentence: str
    found: str
    concerned: str
    cure: str


def check_grid(edition: Edition, found: Sequence[Check]) -> Grid:
    """Declare a grid of checks; check_found holds the counts."""
    _ = edition.say
    fine, look = _("OK"), _("look")
    return Grid(
        "check",
        (
            Column("sentence", _("Check"), Unit.TEXT, 4),
            Column("found", _("Found"), Unit.WHOLE, 1),
            Column("concerned", _("Cost concerned"), Unit.MONEY, 2),
            Column(
                *("status", _("Status"), Unit.TEXT, 1),
                f'IF({{found}}<>0,"{look}","{fine}")',
                words=(fine, look),
            ),
            Column("cure", _("What to do"), Unit.TEXT, 4),
        ),
        [
            Row(
                {
                    "sentence": check.sentence,
                    "found": f"={check.found}",
                    "concerned": f"={check.concerned}" if check.concerned else "",
                    "cure": check.cure,
                }
            )
            for check in found
        ],
    )
