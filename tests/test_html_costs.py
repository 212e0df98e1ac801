"""Costs beside the ads on the web page: which count, which do not, and that none is lost."""

from tests.report_tables import figure, tables
from tests.test_html_page import cells, parsed, shown


def test_organic_work_stands_beside_and_is_never_divided() -> None:
    assert cells(shown(), "Paid and organic side by side") == [
        ["Paid", "923,500.00", "3,105", "71%", "2,763,450.00"],
        ["Organic (its cost is shown, not counted)", "72,000.00", "1,252", "29%", "1,114,280.00"],
    ]
    ((what, category, cost, counts, reason),) = cells(shown(), "Costs beside the ads")
    assert (what, category, cost, counts) == ("SEO specialist",) * 2 + ("72,000.00", "no")
    assert reason.startswith("Nobody was paid for the visit")


def test_costs_that_count_are_a_line_of_their_own() -> None:
    """The paid figure divides them too, so that the lines add up to it."""
    report = tables()
    total = figure("paid", report.total.cost + 1_500, report.total.conversions)
    rows = {row[0]: row for row in cells(parsed(tables(total=total)), "By channel")}
    assert rows["Other costs that count"][1:] == ["1,500.00", "–", "–", "0.2%", "–", "–", "–"]
    assert rows["All paid"][1] == "925,000.00"


def test_work_around_the_ads_is_neither_paid_nor_organic() -> None:
    agency = tables().costs[0]._replace(category="Agency fee", cost=4_000.0)
    rows = cells(parsed(tables(costs=[agency])), "Paid and organic side by side")
    assert [row[1] for row in rows] == ["923,500.00", "0.00", "4,000.00"]


def test_a_cost_that_no_rule_names_says_so() -> None:
    cost = tables().costs[0]._replace(category="Balloons")
    assert cells(parsed(tables(costs=[cost])), "Costs beside the ads")[0][3] == "unknown"
