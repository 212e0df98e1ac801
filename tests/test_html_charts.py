"""The charts of the web page: every figure lies on its scale, and is told in words as well."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest

from addin.html.axis import axis
from addin.html.intervals import Intervals, Label, intervals
from addin.html.waterfall import MOST, waterfall
from addin.html_page import page
from tests.report_tables import figure, tables
from tests.test_html_page import parsed, shown, text
from tests.test_words import words
from workbook_templates.language import LANGUAGES
from workbook_templates.report.tables import Figure, Part


@pytest.mark.parametrize(
    ("amounts", "ticks"),
    [
        ([281, 352], [0, 100, 200, 300, 400]),
        ([0.031, 0.05], [0, 0.01, 0.02, 0.03, 0.04, 0.05]),
        ([0], [0, 0.2, 0.4, 0.6, 0.8, 1]),
        ([], [0, 0.2, 0.4, 0.6, 0.8, 1]),
    ],
)
def test_a_scale_has_round_numbers(amounts: list[float], ticks: list[float]) -> None:
    assert axis(amounts).ticks() == pytest.approx(ticks)


def test_a_scale_that_need_not_begin_at_0_holds_both_ends() -> None:
    scale = axis([286, 328], from_zero=False)
    assert (scale.low, scale.high, scale.step) == (280, 330, 10)
    assert (scale.at(280), scale.at(305), scale.at(330), scale.at(999)) == (0, 50, 100, 100)


def drawn(*figures: Figure) -> Intervals:
    labelled = [(f, Label(f.name, "", "")) for f in figures]
    return intervals(labelled, 0.0, "{:g}".format)


def test_a_figure_lies_between_its_limits() -> None:
    (mark,) = drawn(figure("Meta", 1_000, 20)).marks
    assert mark.at is not None
    assert mark.low is not None
    assert mark.high is not None
    assert 0 < mark.low < mark.at < mark.high <= 100
    assert not mark.beyond


def test_without_a_conversion_there_is_no_figure_and_no_end() -> None:
    none, _ = drawn(figure("Meta", 1_000, 0), figure("Google", 1_000, 5)).marks
    assert (none.at, none.high, none.beyond) == (None, 100, True)


def test_one_wide_interval_does_not_press_the_others_into_a_corner() -> None:
    """Of one conversion the exact high limit is 39.5 times the figure."""
    wide, narrow = drawn(figure("Meta", 300, 1), figure("Google", 20_000, 100)).marks
    assert wide.beyond
    assert not narrow.beyond
    assert narrow.low is not None
    assert narrow.high is not None
    assert narrow.high - narrow.low > 10


NOTHING = Figure("Meta", 0, 0, None, None, None, None)


def test_without_anything_to_draw_there_is_no_chart() -> None:
    assert not drawn(NOTHING).marks


def test_a_month_in_which_nothing_was_spent_keeps_its_place_and_its_name() -> None:
    months = [
        figure("2026-01", 100, 5),
        NOTHING._replace(name="2026-02"),
        figure("2026-03", 100, 4),
    ]
    chart = next(parsed(tables(months=months)).iter("svg"))
    assert [text(name) for name in chart.xpath("*//text[@class='tick']")][-4:] == [
        *("Jan", "2026", "Feb", "Mar"),
    ]
    assert [dot.get("cx") for dot in chart.xpath("*//circle")] == ["16.67%", "83.33%"]


def test_the_steps_lead_from_the_earlier_to_the_later_figure() -> None:
    change = tables().change
    assert change is not None
    steps = waterfall(words(), change.parts, ("March", "April")).steps
    assert (steps[0].name, steps[-1].name) == ("March", "April")
    assert all(one.end == then.start for one, then in pairwise(steps[:-1]))
    assert steps[-2].end == pytest.approx(steps[-1].start)


def test_no_line_crosses_the_name_of_a_step() -> None:
    """A name is 13 pixels high and stands on its line; the lines leave more than that free."""
    chart = shown().xpath("//svg[.//*[@class='link']]")[0]
    names = [float(name.get("y")) for name in chart.find_class("name")]
    lines = [(float(line.get("y1")), float(line.get("y2"))) for line in chart.find_class("link")]
    assert len(lines) == 2 * (len(names) - 1)
    crossed = [(y, line) for y in names for line in lines if line[0] < y + 3 and line[1] > y - 13]
    assert not crossed


def test_a_long_name_is_cut_on_a_narrow_screen_only() -> None:
    name = "Efficiency at Microsoft Advertising: Shopping"
    document = parsed(tables(channels=[figure(name, 100, 5)]))
    shown_as = {
        each.get("class"): text(each)
        for each in document.xpath("//*[@class='name roomy' or @class='name tight']")
    }
    assert shown_as == {"name roomy": name, "name tight": name[:39] + "…"}


def test_of_many_channels_the_smaller_steps_are_one() -> None:
    parts = [Part(f"C{n}", 100, 10, 110, 10, 0.01 * n, 0.1) for n in range(MOST + 4)]
    names = [step.name for step in waterfall(words(), parts, ("a", "b")).steps]
    assert len([name for name in names if name.startswith("Mix:")]) == MOST
    assert "Mix: all others" in names


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_chart_has_a_title_and_tells_its_figures(language: str) -> None:
    charts = [*shown(language).iter("svg")]
    assert len(charts) == 3
    assert all(chart.get("role") == "img" for chart in charts)
    assert all(chart.findtext("title") and chart.findtext("desc") for chart in charts)
    assert "328" in charts[0].findtext("desc")


def test_marks_lie_on_the_chart() -> None:
    places = re.findall(r'\b(?:x|x1|x2|cx)="(-?[\d.]+)%"', page(tables(), "en"))
    assert places
    assert all(0 <= float(place) <= 100 for place in places)


def test_a_period_that_cannot_be_compared_says_so_without_a_chart() -> None:
    change = tables().change
    assert change is not None
    document = parsed(tables(change=replace(change, ratio=None, low=None, high=None, p=1.0)))
    assert "there is nothing to compare" in text(document)
    assert len([*document.iter("svg")]) == 2
