"""Both ends of the campaigns, ranked by their limits: places in the list of campaigns."""

from cpc_functions.catalogue import Unit
from workbook_templates.edition import Edition
from workbook_templates.page import Column, Grid
from workbook_templates.ranking import ranked


def cheap(edition: Edition, lines: int) -> Grid:
    """Declare the campaigns with the lowest high limits, at most half of them."""
    counted = "MIN(COUNT(campaign_high),INT(COUNT(campaign_low)/2))"
    return _ranked(edition, "cheap", "campaign_high", "SMALL", counted, lines)


def dear(edition: Edition, lines: int) -> Grid:
    """Declare the campaigns with the highest low limits, at most as many as the rest."""
    counted = "COUNT(campaign_low)-INT(COUNT(campaign_low)/2)"
    return _ranked(edition, "dear", "campaign_low", "LARGE", counted, lines)


def _ranked(edition: Edition, name: str, limits: str, order: str, counted: str, lines: int) -> Grid:
    _ = edition.say
    limit = Column("limit", _("Limit"), Unit.MONEY, 2)
    return ranked(name, limit, limits, order, counted, _("Line of the list"), lines)
