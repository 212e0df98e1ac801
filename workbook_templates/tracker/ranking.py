"""Both ends of the campaigns, ranked by their limits: places in the list of campaigns."""

from cpc_functions.catalogue import Unit
from workbook_templates.edition import Edition
from workbook_templates.page import Column, Grid, Row
from workbook_templates.tracker.campaigns import ROOM

LISTED = 5


def cheap(edition: Edition) -> Grid:
    """Declare the campaigns with the lowest high limits, at most half of them."""
    counted = "MIN(COUNT(campaign_high),INT(COUNT(campaign_low)/2))"
    return _ranked(edition, "cheap", "campaign_high", "SMALL", counted)


def dear(edition: Edition) -> Grid:
    """Declare the campaigns with the highest low limits, at most the other half."""
    counted = "COUNT(campaign_low)-INT(COUNT(campaign_low)/2)"
    return _ranked(edition, "dear", "campaign_low", "LARGE", counted)


def _ranked(edition: Edition, name: str, limits: str, order: str, counted: str) -> Grid:
    """Return a ranking; equal limits take the next place, not the same one twice."""
    _ = edition.say
    rest = f"INDEX({limits},{{place.above}}+1):INDEX({limits},{ROOM})"
    return Grid(
        name,
        (
            Column(
                *("limit", _("Limit"), Unit.MONEY, 2),
                f'IF({{number}}<={counted},{order}({limits},{{number}}),"")',
            ),
            Column(
                *("place", _("Line of the list"), Unit.WHOLE, 2),
                f'IF({{limit}}="","",IF({{limit}}={{limit.above}},'
                f"{{place.above}}+MATCH({{limit}},{rest},0),MATCH({{limit}},{limits},0)))",
            ),
        ),
        [Row({})] * LISTED,
    )
