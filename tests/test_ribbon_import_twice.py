"""Import exports counts no money twice: the table has it, and the files show it in another way."""

from pathlib import Path

import pytest

from tests.excel_state import CellState
from tests.reports import export
from tests.ribbon_books import DAY, FIRST, ORGANIC, PAID, fill, tracker
from tests.ribbon_imports import FIFTH, KINDS, PLATFORM, ads, chosen, refused, visits

WEEKLY = ("week", "channel", "campaign", "cost", "clicks", "conversions")


@pytest.mark.parametrize(
    ("channel", "campaign"),
    [
        ("Google Ads", ""),
        ("Google Ads: Search", "One"),
        ("Google Ads: Search", ""),
        ("google_ads", "One"),
        ("Google", ""),
    ],
)
def test_traffic_that_stands_there_by_other_names_is_refused(
    channel: str, campaign: str, tmp_path: Path
) -> None:
    world = tracker(0)
    fill(world.books[0].sheets[PAID], FIRST, [DAY, channel, campaign, 100.0])
    path = ads(tmp_path, "a.csv", ("One", 60), ("Two", 40))
    refused(world, "row 1 of the table Paid shows the same traffic", path)


def test_a_platform_is_not_put_beside_its_campaigns(tmp_path: Path) -> None:
    world = tracker(0)
    chosen(world, ads(tmp_path, "a.csv", ("One", 60), ("Two", 40)))
    whole = ads(tmp_path, "b.csv", (100,), titles=PLATFORM)
    refused(world, "Google Ads of 2026-01-05", whole)


def test_a_campaign_is_not_put_beside_itself_by_kind(tmp_path: Path) -> None:
    world = tracker(0)
    chosen(world, ads(tmp_path, "a.csv", ("Search", "One", 100), titles=KINDS))
    others = ads(tmp_path, "b.csv", ("Google search", "One", 100), titles=KINDS)
    refused(world, "Google Ads: Google search, One of 2026-01-05", others)


def test_a_changed_row_is_looked_at_as_well(tmp_path: Path) -> None:
    world = tracker(0)
    paid = world.books[0].sheets[PAID]
    fill(paid, FIRST, [DAY, "Google Ads", "One", 100.0])
    fill(paid, FIRST + 1, [DAY, "Google Ads", "", 5.0])
    refused(world, "row 1", ads(tmp_path, "b.csv", (105,), titles=PLATFORM))


@pytest.mark.parametrize(
    ("day", "channel", "campaign"),
    [(1, "Google Ads", ""), (0, "Google Ads", "Other"), (0, "Meta", ""), (0, "Radio", "One")],
)
def test_other_days_campaigns_and_platforms_are_no_doubt(
    day: int, channel: str, campaign: str, tmp_path: Path
) -> None:
    world = tracker(0)
    fill(world.books[0].sheets[PAID], FIRST, [DAY + day, channel, campaign, 100.0])
    said = chosen(world, ads(tmp_path, "a.csv", ("One", 60)))
    assert said == "Paid: 1 rows added, 0 changed, 0 the same."


def test_visits_by_source_are_not_put_beside_those_by_group(tmp_path: Path) -> None:
    world = tracker(0)
    organic = world.books[0].sheets[ORGANIC]
    fill(organic, FIRST, [DAY, "google / organic", 50.0, 4.0])
    refused(world, "row 1 of the table Organic", visits(tmp_path, "Organic Search,50,4"))
    fill(organic, FIRST, [DAY, "Direct", 50.0, 4.0])
    assert chosen(world, visits(tmp_path, "Organic Search,50,4")).startswith("Organic: 1 rows")


def test_a_row_of_a_week_is_refused(tmp_path: Path) -> None:
    """A table has one date in a row: its days, imported later, would count beside it."""
    world = tracker(0)
    columns = "date=week; channel=channel; campaign=campaign; cost=cost; clicks=clicks"
    world.books[0].names["cpc_columns"] = f'="{columns}; conversions=conversions"'
    path = export(tmp_path, "w.csv", (FIFTH, "Search", "One", 700, 70, 7), titles=WEEKLY)
    refused(world, r"w\.csv has rows of more days than one, such as 2026-01-05 to", path)


@pytest.mark.parametrize("day", ["2026-01-05", "5 January", None, True])
def test_a_day_that_is_no_date_is_refused(day: object, tmp_path: Path) -> None:
    world = tracker(0)
    fill(world.books[0].sheets[PAID], FIRST, [day, "Google Ads", "One", 100.0])
    path = ads(tmp_path, "a.csv", ("One", 100))
    refused(world, "Row 1 of the table Paid has no date, or a text in its place", path)


def test_a_name_that_is_a_number_in_the_table_is_the_same_name(tmp_path: Path) -> None:
    world = tracker(0)
    path = ads(tmp_path, "a.csv", ("2026", 100))
    chosen(world, path)
    world.books[0].sheets[PAID].cells[FIRST, 3] = CellState(2026.0)
    assert chosen(world, path) == "Paid: 0 rows added, 0 changed, 1 the same."
