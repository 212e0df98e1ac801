"""The JSON of a report: the figures as numbers, days as ISO 8601, and stable from run to run."""

import json
from dataclasses import fields
from datetime import date
from math import log
from typing import Any

import pytest

from addin.as_json import as_json
from tests.report_tables import figure, tables
from workbook_templates.report.findings import Check
from workbook_templates.report.left_out import Reason
from workbook_templates.report.tables import Finding, LeftOut, Span, Tables


def parsed(**changes: Any) -> dict[str, Any]:
    found = json.loads(as_json(tables(**changes)))
    assert isinstance(found, dict)
    return found


def test_the_first_key_names_the_schema_and_the_others_are_the_parts_of_a_report() -> None:
    assert [*parsed()] == ["schema", *(field.name for field in fields(Tables))]
    assert parsed()["schema"] == "cpc-report-1"


def test_a_figure_holds_what_it_is_made_of() -> None:
    total = parsed()["total"]
    assert [*total] == ["name", "cost", "conversions", "clicks", "cpc", "low", "high", "channel"]
    assert total["cpc"] == total["cost"] / total["conversions"] == 923_500 / 3_105


def test_no_conversion_is_null_and_never_0() -> None:
    total = parsed(total=figure("paid", 1_000, 0))["total"]
    assert total["cpc"] is None
    assert total["high"] is None
    assert total["low"] == pytest.approx(1_000 / -log(0.025), rel=1e-12)  # Garwood 1936


def test_days_are_iso_8601() -> None:
    report = parsed(span=Span(date(2026, 1, 1), date(2026, 4, 30)))
    assert report["span"] == {"first": "2026-01-01", "last": "2026-04-30"}
    assert report["paid"][0]["day"] == "2026-01-01"


def test_a_finding_has_its_code_and_its_words_in_english() -> None:
    found = Finding(Check.FUTURE_DATES, "meta.xlsx", 0, {"count": 2, "day": date(2026, 12, 4)})
    assert parsed(findings=[found])["findings"] == [
        {
            "check": "future_dates",
            "severity": "error",
            "sentence": "Rows of days in the future: 2; the last one is of 4 Dec 2026.",
            "advice": "Check whether day and month were swapped.",
            "source": "meta.xlsx",
            "line": None,
            "facts": {"count": 2, "day": "2026-12-04"},
        }
    ]


def test_rows_left_out_have_the_code_of_their_reason_and_its_words() -> None:
    (row,) = parsed(left_out=[LeftOut("a.csv", Reason.OUTSIDE_PERIOD, 3, 12.5, None)])["left_out"]
    assert (row["reason"], row["cost"], row["conversions"]) == ("outside_period", 12.5, None)
    assert row["told"] == "Outside of the period of the report."


def test_advice_names_the_action() -> None:
    assert [row["action"] for row in parsed()["advice"]] == ["cut", "cut", "raise", "raise"]


def test_what_is_not_known_is_null() -> None:
    assert parsed(change=None)["change"] is None


def test_the_parts_of_the_change_add_up() -> None:
    change = parsed()["change"]
    sums = {
        key: sum(part[key] for part in change["parts"])
        for key in ("cost_before", "conversions_before", "cost_after", "conversions_after")
    }
    whole = sums["cost_after"] / sums["conversions_after"]
    whole -= sums["cost_before"] / sums["conversions_before"]
    effects = sum(part["mix"] + part["efficiency"] for part in change["parts"])
    assert abs(effects - whole) < 1e-9


def test_equal_reports_make_equal_text() -> None:
    assert as_json(tables()) == as_json(tables())


def test_letters_of_every_alphabet_stay_as_they_are() -> None:
    assert "Kjøp – 购买" in as_json(tables(event="Kjøp – 购买"))
