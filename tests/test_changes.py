"""What changed and why, which days stand out, which campaigns to cut or to raise."""

from datetime import date, timedelta
from math import fsum, isclose

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from addin.advice import advise
from addin.changes import alerts, change, effects
from addin.figures import figure
from cpc_functions import ab_cpc_p, cpc_alert, cpc_change, cpc_why
from cpc_functions.cells import EPOCH
from tests.reports import TODAY
from workbook_templates.report.tables import Action, DayRow, Figure, Span

FIRST = date(2026, 7, 1)


def days(count: int, *channels: tuple[str, float, float], first: date = FIRST) -> list[DayRow]:
    return [
        DayRow(first + timedelta(days=at), name, cost, won)
        for at in range(count)
        for name, cost, won in channels
    ]


class TestChange:
    ROWS = (
        *days(31, ("search", 100, 5), ("social", 50, 1)),
        *days(31, ("search", 60, 3), ("social", 150, 2), first=date(2026, 8, 1)),
    )
    SPAN = Span(FIRST, date(2026, 8, 31))

    def test_the_last_two_whole_months_are_compared(self) -> None:
        rows = (*self.ROWS, *days(10, ("search", 1, 1), first=date(2026, 9, 1)))
        told = change(rows, Span(FIRST, date(2026, 9, 10)))
        assert told
        assert told.before == Span(FIRST, date(2026, 7, 31))
        assert told.after == Span(date(2026, 8, 1), date(2026, 8, 31))

    def test_mix_and_efficiency_add_up_to_the_change(self) -> None:
        told = change(self.ROWS, self.SPAN)
        assert told
        before, after = 31 * 150 / (31 * 6), 31 * 210 / (31 * 5)
        effects = fsum(part.mix + part.efficiency for part in told.parts)
        assert isclose(effects, after - before, rel_tol=1e-12)
        # By hand: social went from 1/6 to 2/5 of the conversions, and from 50 to 75 for one;
        # search stayed at 20 for one; a conversion cost 25 and then 42, 33.5 midway.
        parts = {part.channel: part for part in told.parts}
        assert isclose(parts["social"].mix, (2 / 5 - 1 / 6) * ((50 + 75) / 2 - 33.5))
        assert isclose(parts["social"].efficiency, (75 - 50) * (1 / 6 + 2 / 5) / 2)
        assert isclose(parts["search"].mix, (3 / 5 - 5 / 6) * (20 - 33.5))
        assert parts["search"].efficiency == 0

    def test_the_change_has_the_interval_of_the_function(self) -> None:
        told = change(self.ROWS, self.SPAN)
        assert told
        assert [told.ratio, told.low, told.high, told.p] == cpc_change(
            31 * 150.0, 31 * 6.0, 31 * 210.0, 31 * 5.0
        )

    def test_without_two_whole_months_halves_are_compared(self) -> None:
        told = change(days(15, ("search", 10, 1)), Span(FIRST, date(2026, 7, 15)))
        assert told
        assert told.before == Span(date(2026, 7, 2), date(2026, 7, 8))
        assert told.after == Span(date(2026, 7, 9), date(2026, 7, 15))

    @pytest.mark.parametrize(
        ("rows", "span"),
        [
            (days(13, ("search", 10, 1)), Span(FIRST, date(2026, 7, 13))),
            (days(20, ("search", 10, 0)), Span(FIRST, date(2026, 7, 20))),
            (days(20, ("search", 0, 1)), Span(FIRST, date(2026, 7, 20))),
            (days(20, ("search", 10, 1), ("social", -5, 1)), Span(FIRST, date(2026, 7, 20))),
            ([], Span(FIRST, FIRST)),
        ],
        ids=["too few days", "no conversions", "no cost", "refunds", "no rows"],
    )
    def test_what_cannot_be_compared_is_not_told(self, rows: list[DayRow], span: Span) -> None:
        assert change(rows, span) is None


amounts = st.floats(0.01, 1e6) | st.just(0.0)
channels = st.lists(st.tuples(amounts, amounts, amounts, amounts), min_size=1, max_size=8)


class TestEffects:
    def test_a_cheap_channel_that_loses_share_makes_the_whole_dearer(self) -> None:
        told = effects({"cheap": (500, 50, 200, 20), "dear": (1500, 50, 2400, 80)})
        # Shares move by 0.3; a conversion costs 10 and 30, of all 20 and 26, 23 midway.
        assert told["cheap"] == pytest.approx((-0.3 * (10 - 23), 0))
        assert told["dear"] == pytest.approx((0.3 * (30 - 23), 0))

    def test_a_new_channel_and_one_that_is_gone_are_all_mix(self) -> None:
        told = effects({"old": (100, 10, 100, 10), "gone": (90, 3, 0, 0), "new": (0, 0, 50, 5)})
        before, after = 190 / 13, 150 / 15
        average = (before + after) / 2
        assert told["gone"] == pytest.approx((-90 / 13 + 3 / 13 * average, 0))
        assert told["new"] == pytest.approx((50 / 15 - 5 / 15 * average, 0))
        assert fsum(map(fsum, told.values())) == pytest.approx(after - before)

    def test_a_channel_that_never_converts_is_all_efficiency(self) -> None:
        told = effects({"none": (10, 0, 40, 0), "some": (100, 10, 100, 10)})
        assert told["none"] == pytest.approx((0, 40 / 10 - 10 / 10))

    @given(channels)
    def test_all_effects_together_are_the_change(
        self, figures: list[tuple[float, float, float, float]]
    ) -> None:
        cost0, won0, cost1, won1 = map(fsum, zip(*figures, strict=True))
        assume(won0 and won1)
        names = [str(place) for place in range(len(figures))]
        told = effects(dict(zip(names, figures, strict=True)))
        together = fsum(map(fsum, told.values()))
        # Large effects may cancel: what floats leave over goes by their size.
        near = 1e-12 * fsum(abs(effect) for pair in told.values() for effect in pair) + 1e-12
        assert together == pytest.approx(cost1 / won1 - cost0 / won0, rel=1e-9, abs=near)
        # CPC_WHY splits otherwise, by shares alone, and has the same sum.
        why = cpc_why(names, *(list(column) for column in zip(*figures, strict=True)))
        _, mix, efficiency = why[-1]
        assert isinstance(mix, float)
        assert isinstance(efficiency, float)
        assert together == pytest.approx(mix + efficiency, rel=1e-9, abs=near)


class TestAlerts:
    def test_a_day_is_dear_by_the_function_of_the_cells(self) -> None:
        rows = [*days(40, ("search", 100, 10)), DayRow(date(2026, 8, 10), "search", 400, 12)]
        (alert,) = alerts(rows, TODAY)
        assert (alert.day, alert.channel, alert.dear) == (date(2026, 8, 10), "", True)
        assert isclose(alert.expected, 40)
        serials = [float(row.day.toordinal() - EPOCH) for row in rows]
        told = cpc_alert(serials, [row.cost for row in rows], [row.conversions for row in rows])
        assert [word for word in told if isinstance(word, str) and word] == ["HIGH"]

    def test_a_cheap_day_is_told_as_such(self) -> None:
        rows = [*days(40, ("search", 100, 10)), DayRow(date(2026, 8, 10), "search", 100, 40)]
        (alert,) = alerts(rows, TODAY)
        assert not alert.dear

    def test_a_channel_stands_out_by_itself(self) -> None:
        rows = [
            *days(40, ("search", 100, 10), ("social", 1000, 100)),
            DayRow(date(2026, 8, 10), "search", 100, 40),
            DayRow(date(2026, 8, 10), "social", 1000, 100),
        ]
        assert [alert.channel for alert in alerts(rows, TODAY)] == ["search"]

    def test_a_day_of_the_last_week_is_young(self) -> None:
        rows = [*days(40, ("search", 100, 10)), DayRow(date(2026, 8, 10), "search", 400, 12)]
        assert [alert.young for alert in alerts(rows, date(2026, 8, 17))] == [True]
        assert [alert.young for alert in alerts(rows, date(2026, 8, 18))] == [False]

    def test_only_the_last_quarter_is_told(self) -> None:
        rows = days(200, ("search", 100, 10))
        rows[40] = rows[40]._replace(conversions=40)
        assert alerts(rows, TODAY) == []

    def test_refunds_and_no_rows_have_no_alerts(self) -> None:
        assert alerts([], TODAY) == []
        assert alerts([*days(40, ("search", 100, 10)), DayRow(FIRST, "x", -500, 0)], TODAY) == []


class TestAdvice:
    def campaigns(self, *figures: tuple[str, float, float]) -> list[Figure]:
        return [figure(name, cost, won, None) for name, cost, won in figures]

    def test_a_campaign_is_told_against_all_others(self) -> None:
        told = self.campaigns(("dear", 1000, 10), ("cheap", 1000, 100), ("usual", 4000, 200))
        cut, up = advise(told, 0)
        assert (cut.action, cut.campaign) == (Action.CUT, "dear")
        assert cut.against == 5000 / 300
        assert cut.p is not None
        assert isclose(cut.p, 3 * ab_cpc_p(5000, 300, 1000, 10))
        assert (up.action, up.campaign) == (Action.RAISE, "cheap")

    def test_a_thin_campaign_is_left_alone(self) -> None:
        told = self.campaigns(("thin", 100, 1), ("usual", 4000, 100), ("other", 4000, 100))
        assert advise(told, 0) == []

    def test_a_difference_that_is_real_but_small_is_left_alone(self) -> None:
        told = self.campaigns(("one", 115_000, 10_000), ("two", 100_000, 10_000))
        assert ab_cpc_p(115_000, 10_000, 100_000, 10_000) < 1e-9
        assert advise(told, 0) == []

    def test_against_a_target_the_whole_interval_decides(self) -> None:
        told = self.campaigns(("dear", 1000, 10), ("cheap", 1000, 100), ("usual", 4000, 100))
        cut, up = advise(told, 40)
        assert (cut.campaign, cut.against, cut.p) == ("dear", 40, None)
        assert up.campaign == "cheap"

    def test_a_campaign_without_a_conversion_can_be_told(self) -> None:
        (cut,) = advise(self.campaigns(("none", 1000, 0), ("usual", 4000, 200)), 0)
        assert (cut.action, cut.high) == (Action.CUT, None)
        assert cut.low > 4000 / 200

    def test_a_brand_campaign_is_neither_raised_nor_compared_with(self) -> None:
        told = self.campaigns(("Brand", 100, 100), ("one", 4000, 100), ("two", 4000, 100))
        assert advise(told, 0) == []

    def test_a_campaign_with_more_conversions_taken_back_than_won_is_left_alone(self) -> None:
        told = self.campaigns(("back", 5, -3), ("usual", 4000, 100), ("other", 4000, 100))
        assert advise(told, 0) == []

    def test_a_single_campaign_has_nothing_to_be_compared_with(self) -> None:
        assert advise(self.campaigns(("one", 1000, 10)), 0) == []
