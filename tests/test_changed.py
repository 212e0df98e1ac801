"""What changed between two periods, told: how far it is chance, and what it came from."""

import re
from datetime import date

from addin.html import figure_grids
from tests.test_words import plain, words
from workbook_templates.report.tables import Change, Part, Span


def parts(mix: float, efficiency: float) -> list[Part]:
    """Return two channels whose cost per conversion goes from 10 to 12."""
    return [
        Part("Meta", 600, 60, 700, 50, mix, 0.5),
        Part("Google", 400, 40, 500, 50, 0.25, efficiency),
    ]


def told(change: Change) -> list[str]:
    return [*map(plain, words().told(change))]


MARCH = Span(date(2026, 3, 1), date(2026, 3, 31))
APRIL = Span(date(2026, 4, 1), date(2026, 4, 30))


def test_a_change_within_chance_says_so() -> None:
    change = Change(MARCH, APRIL, parts(0.25, 1.0), 0.2, -0.03, 0.29, 0.2)
    assert told(change) == [
        (
            "The cost per conversion rose by 20% (−3% to +29%), from NOK 10.00 to NOK 12.00: "
            "it cannot be told from chance."
        ),
        (
            "Of the change of +NOK 2.00, +NOK 0.50 is mix: conversions came from other channels "
            "than before. +NOK 1.50 is efficiency: a conversion cost more or less within a channel."
        ),
        "The largest part of the mix is Meta: +NOK 0.25.",
        "The largest part of the efficiency is Google: +NOK 1.00.",
    ]


def test_a_change_beyond_chance_gives_its_p() -> None:
    change = Change(MARCH, APRIL, parts(0.25, 1.0), -0.2, -0.3, -0.1, 0.003)
    assert told(change)[0].startswith("The cost per conversion fell by 20% (−30% to −10%)")
    assert told(change)[0].endswith("which is more than chance (p = 0.003).")


def test_an_effect_is_rounded_in_the_sentence_as_in_the_table() -> None:
    """Of +2.00, 0.995 and 1.005 are shown as 1.00 and 1.01: neither is what the other leaves."""
    change = Change(MARCH, APRIL, parts(0.745, 0.505), 0.2, 0.1, 0.3, 0.01)
    assert re.findall(r"\+NOK (\d+\.\d\d)", told(change)[1]) == ["2.00", "1.00", "1.01"]
    assert figure_grids.parts(words(), change).total[-2:] == ["+1.00", "+1.01"]


def test_without_conversions_in_a_period_there_is_nothing_to_compare() -> None:
    change = Change(MARCH, APRIL, [Part("Meta", 10, 0, 10, 1, 0, 0)], None, None, None, 1)
    assert told(change) == [
        "One of the two periods has no conversions: there is nothing to compare."
    ]


def test_one_channel_has_no_mix_to_tell_of() -> None:
    change = Change(MARCH, APRIL, [Part("Meta", 10, 1, 20, 1, 0, 10)], 1.0, -0.9, 60, 0.5)
    assert len(told(change)) == 1
