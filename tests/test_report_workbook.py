"""The report workbook, calculated: its figures are those of the tables, its texts stay texts."""

import re
from collections.abc import Iterator
from datetime import timedelta
from io import BytesIO
from math import fsum
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from cpc_functions import CATALOGUE, cpc_high, cpc_low
from tests.books import Book, calculated, filled
from tests.open_xml import problems
from tests.report_edges import (
    SIGNS,
    YEAR,
    crowd,
    edges,
    new_and_gone,
    report_of,
    row,
    sums,
    unruly,
)
from tests.report_tables import tables
from workbook_templates.edition import Edition
from workbook_templates.language import translator
from workbook_templates.report.contents import MOST_CAMPAIGNS, MOST_CHANNELS
from workbook_templates.report.data_sheets import PRINTED
from workbook_templates.report.tables import (
    Action,
    Change,
    Part,
    Span,
)
from workbook_templates.report.words import Words
from workbook_templates.report.workbook import make_report

NEWER = re.compile(r"_xlfn|\b(LET|LAMBDA|FILTER|UNIQUE|XLOOKUP|MAXIFS|TEXTJOIN|TEXT|TODAY|NOW)\(")
TITLES = {
    "en": [
        *("Report", "Why it changed", "What to do", "Left out", "Findings", "Sources", "Paid"),
        *("Organic", "Costs", "Days", "Campaigns", "Settings", "Calculations"),
    ],
    "nb": [
        *("Rapport", "Hvorfor den endret seg", "Hva du bør gjøre", "Utelatt", "Funn", "Kilder"),
        *("Betalt", "Organisk", "Kostnader", "Dager", "Kampanjer", "Innstillinger"),
        "Beregninger",
    ],
}


def edition(language: str = "en") -> Edition:
    return Edition(YEAR, language=language)


@pytest.fixture(scope="module")
def contents() -> dict[str, bytes]:
    books = {name: make_report(edition(), parts) for name, parts in edges().items()}
    books["en"] = make_report(edition(), tables())
    books["nb"] = make_report(edition("nb"), tables())
    books["new_and_gone"] = make_report(edition(), new_and_gone())
    books["changed"] = filled(books["en"], Paid=[[YEAR, "Meta", "Prospecting", 1_000_000]])
    return books


@pytest.fixture(scope="module")
def books(contents: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> dict[str, Book]:
    return calculated(tmp_path_factory.mktemp("report"), **contents)


@pytest.fixture(scope="module")
def english(books: dict[str, Book]) -> Book:
    return books["en"]


def formulas(workbook: Workbook) -> Iterator[str]:
    for sheet in workbook:
        for cells in sheet.iter_rows():
            yield from (str(cell.value) for cell in cells if cell.data_type == "f")


def test_no_cell_shows_an_error(books: dict[str, Book]) -> None:
    assert {name: book.errors() for name, book in books.items() if book.errors()} == {}


def test_every_report_is_a_valid_open_xml_file(contents: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    for name in ("en", "nb", "one_row", "organic_only", "unruly"):
        path.write_bytes(contents[name])
        assert problems(path) == []


def test_it_holds_formulas_that_every_program_knows(contents: dict[str, bytes]) -> None:
    written = [*formulas(load_workbook(BytesIO(contents["en"])))]
    assert len(written) > 1000
    assert [formula for formula in written if NEWER.search(formula)] == []


def test_no_name_hides_a_function_of_the_add_in(contents: dict[str, bytes]) -> None:
    workbook = load_workbook(BytesIO(contents["en"]))
    named = {table for sheet in workbook for table in sheet.tables}
    taken = {name.upper() for name in {*workbook.defined_names, *named}}
    assert taken.isdisjoint(function.name for function in CATALOGUE)


def test_equal_tables_make_equal_bytes(contents: dict[str, bytes]) -> None:
    assert make_report(edition(), tables()) == contents["en"]


@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_sheets_stand_in_order_under_titles_of_the_language(
    books: dict[str, Book], language: str
) -> None:
    assert books[language].book.sheetnames == TITLES[language]


def test_no_english_is_left_in_a_norwegian_report(books: dict[str, Book]) -> None:
    say = translator("nb")
    given = {"Brand", "Generic", "Prospecting", "Retargeting", "Purchase"}
    english = {text for text in books["en"].texts() if say(text) != text} - given
    assert len(english) > 100
    assert english & set(books["nb"].texts()) == set()


@pytest.mark.parametrize("language", ["en", "nb"])
def test_the_three_figures_are_those_of_the_tables(books: dict[str, Book], language: str) -> None:
    held, book = tables(), books[language]
    assert book.value("conversion_cost") == pytest.approx(held.total.cost, rel=1e-9)
    assert book.value("paid_converted") == pytest.approx(held.total.conversions, rel=1e-9)
    for name, expected in (
        ("paid", held.total),
        ("blended", held.blended),
        ("loaded", held.loaded),
    ):
        assert expected
        shown = [book.value(f"{name}_figure{limit}") for limit in ("", "_low", "_high")]
        assert shown == pytest.approx([expected.cpc, expected.low, expected.high], rel=1e-9)


@pytest.mark.parametrize("language", ["en", "nb"])
def test_channels_are_those_of_the_tables(books: dict[str, Book], language: str) -> None:
    keys = ("name", "cost", "conversions", "cpc", "low", "high")
    rows = [entry for entry in books[language].table("by_name", *keys) if entry[2] is not None]
    expected = [(c.name, c.cost, c.conversions, c.cpc, c.low, c.high) for c in tables().channels]
    assert [name for name, *_ in rows] == [name for name, *_ in expected]
    for found, known in zip(rows, expected, strict=True):
        assert found[1:] == pytest.approx(known[1:], rel=1e-9)


def test_months_are_those_of_the_tables(english: Book) -> None:
    rows = english.table("months", "month", "cost", "conversions", "cpc", "low", "high")
    expected = [(m.cost, m.conversions, m.cpc, m.low, m.high) for m in tables().months]
    assert [f"{month:%Y-%m}" for month, *_ in rows] == [month.name for month in tables().months]
    for found, known in zip(rows, expected, strict=True):
        assert found[1:] == pytest.approx(known, rel=1e-9)


def test_campaigns_are_those_of_the_tables(english: Book) -> None:
    sheet = english.book["Campaigns"]
    rows = [[cell.value for cell in cells] for cells in sheet.iter_rows(min_row=5)]
    expected = {c.name: c for c in tables().campaigns}
    assert len(rows) == len(expected)
    for _number, channel, name, cost, won, cpc, low, high, _verdict in rows:
        known = expected[f"{channel} – {name}"]
        assert (cost, won) == pytest.approx((known.cost, known.conversions), rel=1e-9)
        assert low == pytest.approx(known.low, rel=1e-9)
        if won:
            assert (cpc, high) == pytest.approx((known.cpc, known.high), rel=1e-9)
        else:
            assert (cpc, high) == ("–", "–")


def test_a_changed_row_changes_the_figure(books: dict[str, Book]) -> None:
    first = tables().paid[0]
    more = 1_000_000 - (first.cost or 0)
    assert books["changed"].value("conversion_cost") == pytest.approx(tables().total.cost + more)
    assert books["changed"].value("paid_figure") == pytest.approx(
        (tables().total.cost + more) / (tables().total.conversions), rel=1e-9
    )


@pytest.mark.parametrize("name", ["en", "new_and_gone"])
def test_mix_and_efficiency_are_those_of_the_change_and_add_up(
    books: dict[str, Book], name: str
) -> None:
    english = books[name]
    change = {"en": tables(), "new_and_gone": new_and_gone()}[name].change
    assert change
    expected = {part.channel: [part.mix, part.efficiency] for part in change.parts}
    effects = english.table("effects", "channel", "mix", "efficiency", "together")
    assert {channel for channel, *_ in effects} == set(expected)
    for channel, mix, efficiency, together in effects:
        assert [mix, efficiency] == pytest.approx(expected[channel], abs=1e-9)
        assert together == pytest.approx(mix + efficiency, abs=1e-9)
    before, after = english.column("periods_cpc")
    assert english.value("effects_average") == pytest.approx((before + after) / 2)
    assert fsum(row[3] for row in effects) == pytest.approx(after - before, abs=1e-9)
    assert english.value("effects_left") == 0


def test_two_periods_are_summed_from_the_days(english: Book) -> None:
    change = tables().change
    assert change
    for part in change.parts:
        keys = ("channel", "cost_before", "conversions_before", "cost_after", "conversions_after")
        assert tuple(part[:5]) in english.table("parts", *keys)
    assert english.value("change_p") == pytest.approx(change.p, rel=1e-6)
    told = Words(edition(), "NOK").told(change)
    assert set(told) <= set(english.texts())


def test_without_conversions_in_a_period_no_effect_is_told(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    rows = [row(YEAR, "Meta", "A", 50.0, 0), row(YEAR + timedelta(1), "Meta", "A", 60.0, 5)]
    before, after = (Span(r.day, r.day) for r in rows)
    change = Change(before, after, [Part("Meta", 50.0, 0, 60.0, 5, 0, 0)], None, None, None, 1.0)
    content = make_report(edition(), report_of(rows, change=change))
    book = calculated(tmp_path_factory.mktemp("none"), none=content)["none"]
    assert book.errors() == []
    assert book.column("periods_cpc") == ["–", 12]
    assert book.column("effects_mix") == book.column("effects_efficiency") == ["–"]
    assert (book.value("effects_left"), book.value("change_p")) == ("–", "–")


@pytest.mark.parametrize("name", ["cut", "more"])
def test_advice_has_the_figures_of_its_campaign(english: Book, name: str) -> None:
    action = {"cut": Action.CUT, "more": Action.RAISE}[name]
    given = [advice for advice in tables().advice if advice.action is action]
    keys = ("channel", "name", "cost", "conversions", "low", "high", "against")
    for found, known in zip(english.table(name, *keys), given, strict=True):
        assert found[:2] == (known.channel, known.campaign)
        assert found[2:5] == pytest.approx((known.cost, known.conversions, known.low), rel=1e-9)
        assert found[5] == ("–" if known.high is None else pytest.approx(known.high, rel=1e-9))
        assert found[6] == known.against
    total = tables().total
    shown = ("name", "reason", "cost_share", "share")
    for (_, reason, *shares), known in zip(
        english.table(f"{name}_reasons", *shown), given, strict=True
    ):
        assert reason == Words(edition(), "NOK").reason(known)
        expected = [known.cost / total.cost, known.conversions / total.conversions]
        assert shares == pytest.approx(expected, rel=1e-9)


def test_a_day_that_stands_out_is_summed_from_the_days(english: Book) -> None:
    (known,) = tables().alerts
    keys = ("day", "channel", "cost", "conversions", "cpc", "expected", "sentence")
    ((day, *rest),) = english.table("alerts", *keys)
    sentence = Words(edition(), "NOK").alert(known)
    assert day.date() == known.day
    assert rest == [known.channel, known.cost, 0, "–", known.expected, sentence]


def test_excluded_costs_follow_the_rules_of_settings(books: dict[str, Book]) -> None:
    given = fsum(cost.cost for cost in tables().costs)
    for language, category in (("en", "SEO specialist"), ("nb", "SEO-spesialist")):
        ((name, *amounts),) = books[language].table("beside", "category", "counted", "left")
        assert name == category
        assert category in books[language].column("rules_category")
        assert amounts == [0, given]
        assert books[language].value("unplaced_cost") == 0


def test_rows_that_were_left_out_stand_with_their_reason(english: Book) -> None:
    keys = ("source", "reason", "rows", "cost", "conversions")
    assert english.table("unused", *keys) == [
        (rows.source, str(rows.reason), rows.rows, rows.cost, rows.conversions)
        for rows in tables().left_out
    ]


def test_findings_stand_with_their_advice_the_worst_first(english: Book) -> None:
    words = Words(edition(), "NOK")
    listed = english.table("findings", "severity", "sentence", "advice")
    known = {
        (words.severity(each.check.severity), *words.finding(each)) for each in tables().findings
    }
    assert set(listed) == known
    assert [severity for severity, *_ in listed] == sorted(
        (severity for severity, *_ in listed), key=["Error", "Warning", "Note"].index
    )


def test_sources_stand_with_what_became_of_their_rows(english: Book) -> None:
    keys = ("file", "rows", "used", "total_lines", "added", "changed", "same")
    assert english.table("fates", *keys) == [
        tuple(getattr(source, key) for key in keys) for source in tables().sources
    ]


@pytest.mark.parametrize("name", ["quiet", "day", "one_row", "coarse", "organic_only"])
def test_what_there_is_nothing_to_tell_of_is_said_in_a_sentence(
    books: dict[str, Book], name: str
) -> None:
    texts = [*books[name].texts()]
    assert "Why it changed" not in books[name].book.sheetnames
    assert len([text for text in texts if text.startswith("None. A campaign is named once")]) == 2
    assert "Nothing: every check passed." in texts


def test_without_organic_traffic_there_is_one_figure(books: dict[str, Book]) -> None:
    texts = set(books["paid_only"].texts())
    assert "Paid cost per conversion" in texts
    assert "Paid and organic side by side" not in texts
    cards = [cell.value for cell in books["paid_only"].book["Report"][5] if cell.value]
    assert cards == ["Paid cost per conversion"]


def test_without_months_there_is_no_table_of_months(books: dict[str, Book]) -> None:
    for name in ("coarse", "organic_only", "day", "centuries"):
        assert "months_month" not in books[name].book.defined_names
        assert ("By month" in set(books[name].texts())) is (name == "centuries")
    assert "Days" not in books["coarse"].book.sheetnames
    assert books["coarse"].value("paid_figure") == 40


def test_months_too_many_for_a_table_are_said(books: dict[str, Book]) -> None:
    told = "313 months are too many for a table. Make a report of fewer."
    assert told in set(books["centuries"].texts())
    assert books["centuries"].value("paid_figure") == 20


def test_one_day_is_told_as_one_day(books: dict[str, Book]) -> None:
    assert "Purchase, 1 Jan 2026. Amounts in NOK." in set(books["day"].texts())
    assert books["day"].value("paid_figure") == pytest.approx(200 / 3, rel=1e-9)


def test_a_report_without_paid_traffic_has_no_figure(books: dict[str, Book]) -> None:
    book = books["organic_only"]
    assert book.value("paid_figure") is None
    assert "No paid traffic was counted." in set(book.texts())


def test_a_missing_count_is_no_count(books: dict[str, Book]) -> None:
    assert books["half"].value("conversion_cost") == 70
    assert books["half"].value("paid_converted") == 4


def test_without_a_currency_none_is_made_up(contents: dict[str, bytes]) -> None:
    workbook = load_workbook(BytesIO(contents["one_row"]))
    shown = {c.number_format for sheet in workbook for cells in sheet.iter_rows() for c in cells}
    assert not [pattern for pattern in shown if re.search("NOK|kr|XXX|¤", pattern)]
    assert '="not said"' in set(formulas(workbook))


def test_no_line_is_kept_for_channels_that_are_not_there(books: dict[str, Book]) -> None:
    assert books["en"].column("channels_name") == [c.name for c in tables().channels]
    assert books["day"].column("by_name_name") == ["Meta"]


def test_channels_and_campaigns_too_many_are_in_the_totals(books: dict[str, Book]) -> None:
    book = books["crowd"]
    rows = book.table("by_name", "name", "cost", "conversions")
    assert len(rows) == MOST_CHANNELS + 1
    cost, won = sums(crowd().paid)
    assert fsum(entry[1] for entry in rows) == pytest.approx(cost, rel=1e-9)
    assert fsum(entry[2] for entry in rows) == pytest.approx(won, rel=1e-9)
    assert book.value("paid_figure") == pytest.approx(cost / won, rel=1e-9)
    assert len(book.table("months", "month")) == 120
    assert book.book["Campaigns"].max_row == MOST_CAMPAIGNS + 4
    count = MOST_CAMPAIGNS + MOST_CHANNELS + 1
    assert f"of {count};" in str(book.book["Campaigns"]["A2"].value)


def test_only_the_first_rows_of_a_long_sheet_are_printed(contents: dict[str, bytes]) -> None:
    workbook = load_workbook(BytesIO(contents["crowd"]))
    for title in ("Paid", "Campaigns"):
        assert workbook[title].print_area.endswith(f"${PRINTED + 4}")
        assert f"Only the first {PRINTED} rows are printed." in workbook[title]["A2"].value
    assert not workbook["Costs"].print_area


def test_texts_of_the_data_stay_texts(contents: dict[str, bytes], books: dict[str, Book]) -> None:
    workbook = load_workbook(BytesIO(contents["unruly"]))
    typed = {
        text
        for text in formulas(workbook)
        if text.startswith(("=HYPERLINK(", "=1+1")) or re.match(r"=[A-Z][a-z]+\b", text)
    }
    assert typed == set()
    given = {"=Event", "=Channel", "=Source", "=What", "=Note", "=Category", "=file.csv"}
    given |= {"=Sheet", "=Platform", "=traffic", "=NOK", *SIGNS} - {"=1+1\x07"} | {"=1+1"}
    assert given <= set(books["unruly"].texts())


def test_campaigns_that_look_alike_to_a_search_keep_their_own_figures(
    books: dict[str, Book],
) -> None:
    known = {advice.campaign: advice for advice in unruly().advice}
    rows = books["unruly"].table("cut", "no", "name", "cost", "conversions", "low", "high")
    assert len(rows) == len(known)
    for found, advice in zip(rows, unruly().advice, strict=True):
        assert found[1] == (advice.campaign.replace("\x07", "") or "–")
        assert found[2:4] == (advice.cost, advice.conversions)
        limits = cpc_low(advice.cost, advice.conversions), cpc_high(advice.cost, advice.conversions)
        assert found[4:] == pytest.approx(limits, rel=1e-9)


def test_a_channel_that_looks_like_a_formula_is_summed(books: dict[str, Book]) -> None:
    cost, won = sums(unruly().paid)
    assert books["unruly"].table("by_name", "name", "cost", "conversions")[0] == (
        *("=Channel", cost),
        won,
    )
    assert books["unruly"].table("alerts", "channel", "cost") == [("=Channel", cost)]


def test_a_long_name_is_cut_where_it_has_no_room(books: dict[str, Book]) -> None:
    names = books["unruly"].column("cheap_campaigns_name")
    assert names[0] == "x" * 109 + "…"  # two lines of five columns of eleven letters


def test_nothing_that_was_read_asks_for_a_look(books: dict[str, Book]) -> None:
    asking = {name for name, book in books.items() if sum(book.column("check_found"))}
    assert asking == {"unruly"}  # its category of cost is in no rule


def test_a_sheet_says_whether_it_was_read_or_is_filled_in(contents: dict[str, bytes]) -> None:
    for name, title, told in (
        ("en", "Paid", "Read from the sources"),
        ("en", "Days", "Read from the sources"),
        ("nb", "Betalt", "Lest fra kildene"),
        ("paid_only", "Costs", "You fill in"),
    ):
        assert load_workbook(BytesIO(contents[name]))[title]["A3"].value == told


def charts(content: bytes) -> dict[str, str]:
    """Return the XML of each chart by its title."""
    with ZipFile(BytesIO(content)) as package:
        written = [
            package.read(name).decode()
            for name in package.namelist()
            if name.startswith("xl/charts/chart")
        ]
    return {"".join(re.findall(r"<a:t>([^<]*)</a:t>", xml)): xml for xml in written}


def test_columns_begin_at_0_unless_bars_go_both_ways(contents: dict[str, bytes]) -> None:
    drawn = charts(contents["en"])
    from_zero = {title for title, xml in drawn.items() if re.search(r'<(c:)?min val="0"', xml)}
    assert {*drawn} - from_zero == {"What each channel did to the cost per conversion"}
    assert len(from_zero) == 5


def test_a_refund_below_0_is_not_cut_off() -> None:
    refund = [row(YEAR, "Meta", "A", -50.0, 1), row(YEAR, "Google", "B", 90.0, 4)]
    content = make_report(edition(), report_of(refund))
    assert not [xml for xml in charts(content).values() if re.search(r'<(c:)?min val="0"', xml)]


@pytest.mark.parametrize(("name", "line"), [("en", "Target"), ("nb", "Mål"), ("crowd", "Average")])
def test_the_line_of_the_chart_is_called_what_it_is(
    contents: dict[str, bytes], books: dict[str, Book], name: str, line: str
) -> None:
    assert books[name].value("reference_name") == line
    place = load_workbook(BytesIO(contents["en"])).defined_names["reference_name"].attr_text
    assert f"<f>{place}</f>" in re.sub(
        "c:f>", "f>", charts(contents["en"])["Cost per conversion by month"]
    )


def test_without_a_target_nothing_stands_against_it(contents: dict[str, bytes]) -> None:
    shown = {name: titles(contents[name]) for name in ("en", "day", "crowd")}
    assert "Against target" in shown["en"]
    assert "Against target" not in shown["day"] | shown["crowd"]


def titles(content: bytes) -> set[str]:
    """Return the texts of the sheets that are read; on Calculations each figure has its line."""
    workbook = load_workbook(BytesIO(content))
    return {
        str(cell.value)
        for sheet in workbook
        if sheet.title != "Calculations"
        for cells in sheet.iter_rows()
        for cell in cells
        if cell.data_type == "s"
    }


def test_percent_counts_and_amounts_are_written_as_the_language_writes_them(
    books: dict[str, Book],
) -> None:
    texts = {name: [*books[name].texts()] for name in ("en", "nb")}
    assert any(text.startswith("95% interval: ") for text in texts["en"])
    assert any(text.startswith("95 %-intervall: ") for text in texts["nb"])
    # LibreOffice writes the separators of its own language, English here.
    assert any(text.startswith("3,105 conversions, graded") for text in texts["en"])
    change = tables().change
    assert change
    told = Words(edition("nb"), "NOK").told(change)[0]
    assert told in texts["nb"]
    assert "328,38\N{NO-BREAK SPACE}kr" in told
    assert "NOK" not in told
