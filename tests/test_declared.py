"""What is said of files decides what they leave open, and never what they prove themselves."""

from pathlib import Path

import pytest

from addin.examine import check_declared
from addin.exports.declared import Declared, declared
from addin.exports.grid import read_grids
from addin.exports.platform import Field
from addin.exports.reading import Reading, read
from addin.exports.recognise import recognise
from addin.exports.text_file import Unreadable

META = """\
Campaign name,Day,Results,Amount spent (EUR),Impressions
Alpha,{day},40,{one},900
Beta,{day},20,{two},800
"""
OPEN = META.format(day="03/04/2026", one="711.993", two="12.125")  # in either country
AMERICAN = META.format(day="3/13/2026", one="711.5", two="12.125")
GERMAN = """\
Kampagne;Währungscode;Klicks;Impr.;CTR;Kosten;Conversions
Alfa;EUR;100;18.158;0,55%;1.537;10
"""
JAPANESE = """\
キャンペーン,通貨コード,クリック数,表示回数,CTR,費用,コンバージョン
A,JPY,77,"1,234",6.24%,"25,881",3
"""


def read_text(text: str, folder: Path, said: Declared) -> Reading:
    path = folder / "export.csv"
    path.write_text(text, encoding="utf-8")
    (grid,) = read_grids(path)
    return read(recognise(grid), said)


def test_an_option_decides_what_a_file_leaves_open_and_that_is_told(tmp_path: Path) -> None:
    said = Declared("de_DE", "dmy").of_several()
    reading = read_text(OPEN, tmp_path, said)
    assert reading.total(Field.COST) == 711_993 + 12_125
    assert str((reading.period or ("",))[0]) == "2026-04-03"
    assert reading.decided == {"--locale", "--dates"}


def test_what_a_file_proves_comes_before_what_is_said_of_several(tmp_path: Path) -> None:
    reading = read_text(AMERICAN, tmp_path, Declared("de_DE", "dmy").of_several())
    assert reading.total(Field.COST) == pytest.approx(711.5 + 12.125)
    assert str((reading.period or ("",))[0]) == "2026-03-13"
    assert reading.decided == frozenset()


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (Declared(locale="de_DE"), r"line 2.*'711\.5' does not follow de_DE"),
        (Declared(dates="dmy"), "line 2.*is no date when its order is dmy"),
    ],
)
def test_what_is_said_of_one_file_alone_may_not_contradict_it(
    said: Declared, reason: str, tmp_path: Path
) -> None:
    with pytest.raises(Unreadable, match=reason):
        read_text(AMERICAN, tmp_path, said)


def test_a_locale_that_reads_other_figures_than_the_file_proves_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"--locale en_US is not how the file writes its numbers"):
        read_text(GERMAN, tmp_path, Declared(locale="en_US"))


def test_dates_that_the_stated_period_contradicts_are_refused(tmp_path: Path) -> None:
    text = (
        '"Report Time: 2/1/2020,2/15/2020"\n\n'
        "Gregorian date,Campaign name,Clicks,Spend,Conversions\n2/3/2020,Shoes,35,70.10,3\n"
    )
    with pytest.raises(Unreadable, match="--dates dmy is not how the file writes its days"):
        read_text(text, tmp_path, Declared(dates="dmy"))


@pytest.mark.parametrize(
    ("text", "cost"), [pytest.param(GERMAN, 1537, id="de"), pytest.param(JAPANESE, 25_881, id="ja")]
)
def test_a_rate_that_is_not_used_proves_the_notation(
    text: str, cost: float, tmp_path: Path
) -> None:
    assert read_text(text, tmp_path, Declared()).total(Field.COST) == cost


def test_a_column_that_holds_no_figures_proves_nothing(tmp_path: Path) -> None:
    """24.12 is the day before Christmas, and no number with a decimal point."""
    text = GERMAN.replace("CTR", "Stand").replace("0,55%", "24.12")
    with pytest.raises(Unreadable, match=r"'1\.537' is .*--locale"):
        read_text(text, tmp_path, Declared())


def test_options_are_said_of_all_files_or_of_one() -> None:
    said = declared(["en_US", "meta.csv=de_DE"], ["google.csv=mdy"], "NOK").of_several()
    assert said.for_file("folder/meta.csv")[:3] == ("de_DE", "", "NOK")
    assert said.for_file("google.csv")[:3] == ("en_US", "mdy", "NOK")
    assert said.for_file("meta.csv").shared == {"--dates"}
    assert said.for_file("google.csv").shared == {"--locale"}
    assert said.for_file("meta.csv").for_file("meta.csv") == said.for_file("meta.csv")


def test_what_is_said_of_one_file_decides_there_alone(tmp_path: Path) -> None:
    said = declared(["export.csv=de_DE"], ["export.csv=dmy"])
    assert read_text(OPEN, tmp_path, said).total(Field.COST) == 711_993 + 12_125
    with pytest.raises(Unreadable, match="--locale en_US or --locale de_DE"):
        read_text(OPEN, tmp_path, declared(["other.csv=de_DE"], ["other.csv=dmy"]))


@pytest.mark.parametrize("locales", [["de_DE", "en_US"], ["a.csv=de_DE", "a.csv=en_US"]])
def test_an_option_that_is_said_twice_is_refused(locales: list[str]) -> None:
    with pytest.raises(Unreadable, match=r"--locale .*en_US: de_DE is said"):
        declared(locales, [])


def test_an_option_of_a_file_that_is_not_there_is_refused() -> None:
    said = declared(["gogle.csv=de_DE"], [])
    with pytest.raises(Unreadable, match=r"--locale gogle\.csv=de_DE: no file of this name"):
        said.refuse_unknown_files(["folder/google.csv"])
    declared(["google.csv=de_DE"], []).refuse_unknown_files(["folder/google.csv"])


@pytest.mark.parametrize(
    "said", [declared(["google.csv=xx_XX"], []), declared([], ["google.csv=ymd"])]
)
def test_what_is_said_of_one_file_is_checked_as_well(said: Declared) -> None:
    with pytest.raises(Unreadable, match=r"--locale xx_XX|--dates ymd"):
        check_declared(said)
