"""A table that no platform writes is read by its user's map of columns, which is remembered."""

from pathlib import Path

import pytest

from addin.examine import inspect
from addin.exports.grid import read_grids
from addin.exports.mapping import column_map, mapped_platform
from addin.exports.platform import Field, Traffic
from addin.exports.platforms.meta import META
from addin.exports.reading import Declared, Reading, read
from addin.exports.recognise import recognise
from addin.exports.remembered import NO_MAPS, recall, remember
from addin.exports.tables import recognise_all
from addin.exports.text_file import Unreadable
from tests.test_recognise import META as META_FILE

OWN = """\
Shop report
Day,Market,Spend (USD),Spend (EUR),Orders,Visits
2026-01-01,North,100.50,90.10,4,40
2026-01-02,South,60.25,55.00,2,31
"""
TITLES = ["Day", "Market", "Spend (USD)", "Spend (EUR)", "Orders", "Visits"]
OPTIONS = ("cost=Spend (USD)", "date=Day", "conversions=Orders", "campaign=Market")


def read_mapped(text: str, folder: Path, *options: str) -> Reading:
    path = folder / "own.csv"
    path.write_text(text, encoding="utf-8")
    maps = NO_MAPS._replace(given=column_map(options))
    (export,) = recognise_all(read_grids(path), maps).exports
    return read(export, Declared())


def test_a_mapped_table_is_read_as_any_export_is(tmp_path: Path) -> None:
    reading = read_mapped(OWN, tmp_path, *OPTIONS)
    assert (reading.export.platform.name, reading.export.platform.traffic) == ("Own table", "paid")
    assert reading.total(Field.COST) == 160.75
    assert reading.total(Field.CONVERSIONS) == 6
    assert reading.currencies == {"USD"}
    assert [str(day) for day in reading.period or ()] == ["2026-01-01", "2026-01-02"]
    assert reading.export.mapped_by == "--map"
    assert reading.export.ignored == ["Spend (EUR)", "Visits"]


@pytest.mark.parametrize(
    "name", ["合計", "Total", "Totalt", "Sum", "Gesamt", "Grand total", "Total general", "итого"]
)
def test_a_total_at_the_end_is_set_aside_in_any_language(name: str, tmp_path: Path) -> None:
    reading = read_mapped(f"{OWN}{name},,160.75,145.10,6,71\n", tmp_path, *OPTIONS)
    assert len(reading.export.totals) == 1
    assert reading.total(Field.COST) == 160.75
    assert reading.differences == []


def test_what_is_called_a_total_is_refused_above_the_end(tmp_path: Path) -> None:
    text = OWN.replace("North", "Total")
    with pytest.raises(
        Unreadable, match="line 3: 'Total' names a total, and stands among the rows"
    ):
        read_mapped(text, tmp_path, *OPTIONS)


def test_numbers_of_a_mapped_table_are_as_strict_as_ever(tmp_path: Path) -> None:
    text = OWN.replace("100.50", "1.234").replace("60.25", "2.345").replace("90.10", "1")
    with pytest.raises(Unreadable, match=r"line 3, column Spend \(USD\).*--locale"):
        read_mapped(text.replace("55.00", "2"), tmp_path, *OPTIONS)


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        (["cots=Spend"], r"no such field; the fields are date, .*Did you mean \"cost\"\?"),
        (["cost"], "write a field and a title"),
        (["cost=Spnd (USD)"], r'the titles are: "Day", "Market".*Did you mean "Spend \(USD\)"\?'),
        (["cost=Spend"], r'may be "spend \(eur\)" or "spend \(usd\)"; write it in full'),
        (["cost=Orders", "conversions=Orders"], "a column holds one thing"),
        (["cost=Orders", "Cost=Visits"], "cost is said twice"),
        (["value=Orders", "conversion_value=Visits"], "conversion value is said twice"),
        (["clicks=Visits"], "add --map traffic=paid or --map traffic=organic"),
        (["campaign=Market"], "names no figure"),
        (["cost=Orders", "traffic=both"], "write paid or organic"),
    ],
)
def test_a_map_that_does_not_fit_is_refused(
    options: list[str], reason: str, tmp_path: Path
) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_mapped(OWN, tmp_path, *options)


def test_traffic_and_platform_are_words_and_no_columns(tmp_path: Path) -> None:
    options = ("sessions=Visits", "conversions=Orders", "traffic=organic", "platform=My shop")
    platform = read_mapped(OWN, tmp_path, *options).export.platform
    assert (platform.name, platform.traffic) == ("My shop", Traffic.ORGANIC)


def test_a_map_replaces_a_column_of_a_known_platform(tmp_path: Path) -> None:
    text = META_FILE.replace('"Objective"', '"Purchases"').replace('"leads"', '"2"')
    text = text.replace('"2026-01-01","2"', '"2026-01-01","4"', 1)  # the total of both rows
    reading = read_mapped(text, tmp_path, "conversions=Purchases")
    assert reading.export.platform.name == "Meta"
    assert reading.total(Field.CONVERSIONS) == 4
    assert reading.total(Field.COST) == 1200.5
    assert len(reading.export.totals) == 1
    # The kind of result that a row names is that of Results, and not of Purchases.
    assert Field.EVENT not in reading.export.columns


def test_a_platform_is_made_of_a_plain_list_of_titles() -> None:
    platform = mapped_platform(None, TITLES, {"cost": "spend (usd)", "platform": "Shop"})
    assert (platform.name, dict(platform.labels)) == ("Shop", {Field.COST: ("spend (usd)",)})
    same = mapped_platform(META, ["Amount spent (NOK)", "Leads"], {"conversions": "Leads"})
    assert same.labels[Field.COST] == META.labels[Field.COST]


def test_a_map_is_remembered_for_the_same_titles(tmp_path: Path) -> None:
    path, memory = tmp_path / "own.csv", tmp_path / "cpc-columns.toml"
    path.write_text(OWN, encoding="utf-8")
    assert "by --map; remembered in cpc-columns.toml" in inspect(path, Declared(), OPTIONS, memory)
    path.write_text(OWN.replace("100.50", "200.50"), encoding="utf-8")
    said = inspect(path, Declared(), (), memory)
    assert "columns      by cpc-columns.toml" in said
    assert "cost         260.75" in said


def test_other_titles_are_not_remembered(tmp_path: Path) -> None:
    path, memory = tmp_path / "own.csv", tmp_path / "cpc-columns.toml"
    remember(memory, TITLES, {"cost": "Spend (USD)"})
    path.write_text(OWN.replace("Orders", "Sales"), encoding="utf-8")
    with pytest.raises(Unreadable, match="column titles of a platform that is known"):
        inspect(path, Declared(), (), memory)


def test_a_newer_map_takes_the_place_of_the_older_one(tmp_path: Path) -> None:
    memory = tmp_path / "cpc-columns.toml"
    remember(memory, TITLES, {"cost": "Spend (USD)"})
    remember(memory, ["a", "b"], {"cost": 'b "quoted" \n'})
    remember(memory, ["day", *TITLES[1:]], {"cost": "Spend (EUR)"})
    assert [entry.column_map for entry in recall(memory)] == [
        {"cost": 'b "quoted" \n'},
        {"cost": "Spend (EUR)"},
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("x = ", "no TOML"),
        ("table = 1", "no list of tables"),
        ("[[table]]\ntitles = 1", "table 1: it needs titles"),
        ('[[table]]\ntitles = ["a"]\n[table.map]\nspent = "a"', "table 1: .*no such field"),
        ('[[table]]\ntitles = ["a"]\n[table.map]\ncost = 1', "table 1: it needs titles"),
        ("a" * 1_000_001, "too large"),
    ],
)
def test_a_broken_memory_is_named(content: str, reason: str, tmp_path: Path) -> None:
    memory = tmp_path / "cpc-columns.toml"
    memory.write_text(content, encoding="utf-8")
    with pytest.raises(Unreadable, match=rf"cpc-columns.toml.*{reason}"):
        recall(memory)


def test_an_unknown_table_is_told_its_titles_the_nearest_platform_and_the_options(
    tmp_path: Path,
) -> None:
    path = tmp_path / "meta.csv"
    path.write_text(META_FILE.replace("Amount spent", "Money"), encoding="utf-8")
    with pytest.raises(Unreadable) as refusal:
        recognise(read_grids(path)[0])
    for words in (
        'titles on line 1 are: "Campaign name", "Results"',
        'nearest platform is Meta; missing for it: "amount spent"',
        '--map "cost=TITLE" --map "conversions=Results" --map "date=Reporting starts"',
    ):
        assert words in str(refusal.value)


def test_a_title_is_never_shown_as_a_command(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("Day,Cost $(reboot),Orders\n2026-01-01,5,1\n", encoding="utf-8")
    with pytest.raises(Unreadable) as refusal:
        recognise(read_grids(path)[0])
    assert "reboot" not in str(refusal.value).partition("as in")[2]
