"""The sentences of a report: whole, with the figures, in both languages."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from tests.report_tables import figure, tables
from workbook_templates.edition import Edition
from workbook_templates.language import LANGUAGES
from workbook_templates.report.facts import DAYS, TEXTS, fact
from workbook_templates.report.findings import Check, Severity
from workbook_templates.report.left_out import Reason
from workbook_templates.report.tables import (
    Action,
    Advice,
    Alert,
    Finding,
    LeftOut,
    Span,
)
from workbook_templates.report.words import Words


def words(language: str = "en", currency: str | None = "NOK") -> Words:
    return Words(Edition(date(2026, 1, 1), language=language), currency)


def plain(text: str) -> str:
    """Return a text with ordinary spaces in place of those that never break."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def braces(check: Check) -> set[str]:
    return {*re.findall(r"{(\w+)}", check.sentence + check.advice)}


def example(check: Check) -> Mapping[str, str | float | date]:
    """Return a fact of the right type for each word in braces."""
    return {
        name: "cost" if name in TEXTS else date(2026, 1, 2) if name in DAYS else 0.5
        for name in braces(check)
    }


@pytest.mark.parametrize("check", Check)
def test_every_number_of_a_finding_is_known_for_what_it_is(check: Check) -> None:
    assert all(fact(check, name) for name in braces(check) - TEXTS - DAYS)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("check", Check)
def test_every_finding_can_be_told(check: Check, language: str) -> None:
    told = words(language).finding(Finding(check, "a.csv", 0, example(check)))
    assert not [text for text in told if not text or re.search(r"[{}]", text)]


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("cost", "The line of totals says cost NOK 1,200.00, its rows make NOK 900.00."),
        ("clicks", "The line of totals says clicks 1,200, its rows make 900."),
    ],
)
def test_a_total_is_money_or_a_count_by_its_field(field: str, told: str) -> None:
    facts: dict[str, str | float | date] = {"field": field, "total": 1200.0, "rows": 900.0}
    sentence, _ = words().finding(Finding(Check.TOTALS_DISAGREE, "a.csv", 9, facts))
    assert plain(sentence) == told


def test_the_column_of_a_finding_is_named_in_norwegian() -> None:
    facts: dict[str, str | float | date] = {"field": "conversions", "share": 0.9}
    sentence, _ = words("nb").finding(Finding(Check.NOT_COVERED, "a.csv", 0, facts))
    assert plain(sentence) == "Radene dekker 90 % av hele kontoens konverteringer."


def test_a_converted_cost_is_told_in_the_currency_it_was_in() -> None:
    facts: dict[str, str | float | date] = {"cost": 1200.0, "currency": "USD", "rate": 10.4512}
    sentence, _ = words().finding(Finding(Check.MIXED_CURRENCIES, "a.csv", 0, facts))
    told = "$1,200.00 of the cost was in USD and was converted at 10.4512."
    assert plain(sentence) == told


def test_braces_in_the_text_of_an_export_are_only_text() -> None:
    facts: dict[str, str | float | date] = {"name": "{cost} {0}", "rate": 1.5}
    sentence, _ = words().finding(Finding(Check.RATE_OVER_ONE, "a.csv", 0, facts))
    assert sentence == "Of {cost} {0}, the conversion rate of the whole period is 150%."


def test_a_fact_that_is_missing_is_an_error() -> None:
    with pytest.raises(KeyError, match="day"):
        words().finding(Finding(Check.FUTURE_DATES, "a.csv", 0, {"count": 1}))


def test_an_alert_names_day_channel_and_what_was_expected() -> None:
    alert = Alert(date(2026, 3, 17), "Meta", 1865, 0, 5.93, dear=True)
    assert plain(words().alert(alert)) == (
        "17 Mar 2026, Meta: NOK 1,865.00 brought 0 conversions, where 5.9 were to be expected. "
        "Dearer than the days before, and more so than by chance: check the tracking first."
    )


def test_an_alert_without_a_channel_is_of_all_paid_traffic() -> None:
    told = words("nb").alert(Alert(date(2026, 3, 17), "", 1865, 31, 5.93, dear=False))
    assert "all betalt trafikk" in told
    assert "Billigere" in told


def test_to_cut_without_a_conversion_says_what_one_costs_at_least() -> None:
    advice = Advice(Action.CUT, "LinkedIn", "Leads", 7800, 0, 2114.46, None, 300, None)
    assert plain(words().reason(advice)) == (
        "NOK 7,800.00 brought no conversion, so that one costs at least NOK 2,114.46; "
        "the target is NOK 300.00, which is less."
    )


def test_against_other_traffic_the_number_of_campaigns_is_allowed_for() -> None:
    advice = Advice(Action.RAISE, "Meta", "Shop", 1000, 20, 32.37, 81.86, 120, 0.003)
    assert plain(words().reason(advice)) == (
        "A conversion costs NOK 50.00, hardly more than NOK 81.86: cheaper than the rest of the "
        "paid traffic, where it costs NOK 120.00 (p = 0.003, the number of campaigns allowed for)."
    )


def test_without_a_target_a_campaign_to_cut_is_dearer_than_the_rest() -> None:
    advice = Advice(Action.CUT, "Meta", "Broad", 9000, 20, 291.38, 736.72, 120, 0.003)
    assert plain(words().reason(advice)).startswith(
        "A conversion costs NOK 450.00, hardly less than NOK 291.38: dearer than the rest of the "
        "paid traffic, where it costs NOK 120.00"
    )


def test_a_campaign_has_its_share_of_cost_and_of_conversions() -> None:
    advice = Advice(Action.CUT, "Meta", "Broad", 9000, 20, 291.38, 736.72, 120, 0.003)
    told = "It has 9% of the cost and 2% of the conversions."
    assert words().weight(advice, figure("paid", 100_000, 1_000)) == told
    told = "Den har 9 % av kostnaden og – av konverteringene."
    assert plain(words("nb").weight(advice, figure("paid", 100_000, 0))) == told


def test_every_reason_for_a_row_left_out_is_said_in_norwegian() -> None:
    for reason in Reason:
        told = words("nb").left_out(LeftOut("a.csv", reason, 1, None, None))
        assert told
        assert told != reason


def test_months_that_are_not_whole_are_named() -> None:
    said = words()
    assert said.short_months(Span(date(2026, 7, 26), date(2026, 11, 22))) == (
        "Not whole months: July 2026 begins on 26 Jul 2026; November 2026 ends on 22 Nov 2026."
    )
    assert said.short_months(Span(date(2026, 7, 1), date(2026, 8, 30))) == (
        "Not whole months: August 2026 ends on 30 Aug 2026."
    )
    assert not said.short_months(Span(date(2026, 7, 1), date(2026, 8, 31)))
    assert not said.short_months(Span(date(2026, 7, 3), date(2026, 7, 9)))


def test_what_is_compared_with_what_is_said() -> None:
    change = tables().change
    assert change
    july, august = (
        Span(date(2026, 7, 1), date(2026, 7, 31)),
        Span(date(2026, 8, 1), date(2026, 8, 31)),
    )
    told = replace(change, before=july, after=august)
    assert words().periods(told) == "July 2026 → August 2026"
    assert words("nb").periods(told) == "Juli 2026 → august 2026"


def test_the_verdict_takes_the_whole_interval() -> None:
    f = figure("paid", 10_000, 50)  # 151.7 to 269.5: the example of CPC_VERDICT
    said = [words().verdict(f, target) for target in (120, 200, 280)]
    assert said == ["above target", "cannot tell", "below target"]
    assert words("nb").verdict(f, 120) == "over målet"


def test_severities_actions_and_traffic_are_named_in_norwegian() -> None:
    said = words("nb")
    assert [*map(said.severity, Severity)] == ["Feil", "Advarsel", "Merknad"]
    assert [*map(said.action, Action)] == ["Kutt eller forbedre", "Sats mer på"]
    assert [said.traffic(text) for text in ("paid", "organic", "paid and organic", "other")] == [
        "Betalt",
        "Organisk",
        "Betalt og organisk",
        "other",
    ]


@pytest.mark.parametrize(
    ("category", "english", "norwegian"),
    [
        ("seo specialist", "SEO specialist", "SEO-spesialist"),
        ("SEO", "SEO specialist", "SEO-spesialist"),
        ("public relations", "PR", "PR"),
        ("agency", "Agency fee", "Byråhonorar"),
        ("Balloons", "Balloons", "Balloons"),
    ],
)
def test_a_category_of_cost_has_the_name_of_its_rule(
    category: str, english: str, norwegian: str
) -> None:
    assert [words(each).category(category) for each in ("en", "nb")] == [english, norwegian]


def test_mix_is_told_against_the_average() -> None:
    assert "a cheap channel that loses share makes the whole dearer" in words().mix_and_efficiency()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_made_up_report_can_be_told_whole(language: str) -> None:
    report, said = tables(), words(language)
    assert report.change is not None
    sentences = [
        *said.told(report.change),
        *map(said.alert, report.alerts),
        *map(said.reason, report.advice),
        *(said.weight(each, report.total) for each in report.advice),
        said.mix_and_efficiency(),
        *(text for found in report.findings for text in said.finding(found)),
        *map(said.left_out, report.left_out),
        said.against_target(report.total, report.target),
    ]
    assert all(sentence.endswith(".") for sentence in sentences)
