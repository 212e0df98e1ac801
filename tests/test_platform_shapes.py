"""The shapes that platforms' files really have; each file here is made up in such a shape."""

from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from addin.exports.grid import read_grids
from addin.exports.platform import Field
from addin.exports.reading import Declared, Reading, read
from addin.exports.recognise import recognise
from addin.exports.text_file import Unreadable

NBSP = "\u00a0"
PT_BR = """\
Relatório de campanha
"5 de maio de 2026 - 11 de maio de 2026"
Campanha,Código da moeda,Impr.,Cliques,Custo,Conversões,Custo / conv.
Marca,BRL,812,40,"236,86","3,50","67,67"
Genérico,BRL,900,31,"112,10","1,00","112,10"
Total: Campanhas, --,1712,71,"348,96","4,50","77,55"
"""
PT_PT = f"""\
Relatório de campanha
"1 de março de 2026 - 31 de março de 2026"
Campanha,Impr.,Cliques,Custo,Conversões
Marca,18{NBSP}158,"1{NBSP}040","1{NBSP}537,85","41,00"
Genérico,2{NBSP}000,90,"462,15","9,50"
"""
JAPANESE = """\
キャンペーンのパフォーマンス
"2026年3月1日 - 2026年3月31日"
キャンペーン,通貨コード,表示回数,クリック数,費用,コンバージョン
ブランド,JPY,"12,345",321,54321,12.00
一般,JPY,"2,345",21,4321,1.00
"""
GERMAN = """\
Kampagnenbericht
1. März 2026 - 31. März 2026
Kampagne\tKlicks\tImpr.\tKosten\tConversions\tKosten/Conv.
Marke\t120\t3000\t"1.234,56"\t20,00\t61,73
Generisch\t80\t2100\t765,44\t5,00\t153,09
Gesamt: Konto\t200\t5100\t"2.000,00"\t25,00\t80,00
"""
LINKEDIN = """\
Ad Performance Report (in UTC),,,,,
"Report Start: October 1, 2024, 12:00 AM",,,,,
"Report End: October 31, 2024, 11:59 PM",,,,,
"Date Generated: November 2, 2024, 9:00 AM",,,,,
,,,,,
Start Date (in UTC),Campaign Name,Currency,Total Spent,Impressions,Clicks
10/1/2024,Leaders,USD,"1,000.50","10,000",40
10/13/2024,Leaders,USD,99.50,900,4
"""
TIKTOK = """\
="Nama kampanye"\t="Biaya"\t="Pesanan SKU"\t="Mata uang"
="Video"\t="161074.000"\t="7"\t="IDR"
="Live"\t="38926.000"\t="-"\t="IDR"
"""
AMAZON = """\
Date,Campaign Name ,Impressions,Clicks,Spend,7 Day Total Sales (₹),7 Day Total Orders (#)
"Feb 1, 2020",Shoes,1000,20,Rs.1000.0,Rs.3000.0,3
"Feb 2, 2020",Shoes,900,18,Rs.14.25,Rs.0.0,0
"""
PINTEREST = """\
Date,Campaign name,Spend in account currency,Impressions,Total conversions (Checkout)
2026-01-01,Spring,120.50,9000,3
2026-01-02,Spring,79.50,7000,1
"""
GA4 = """\
# ----------------------------------------
# Account: A shop
# Start date: 20231001
# End date: 20231003
# ----------------------------------------

Nth day,Sessions,Key events
0000,100,3
0001,120,4
0002,90,0
"""
KEYWORDS = """\
Search terms report
"July 8, 2025 - July 31, 2025"
Search term,Campaign,Ad group,Currency code,Clicks,Impr.,Cost,Conversions,Search impr. share
red shoes,Brand,Shoes,USD,10,100,12.50,1.00,< 10%
blue shoes,Brand,Shoes,USD,4,80,7.50,0.00, --
"""


def read_bytes(content: bytes, folder: Path, declared: Declared | None = None) -> Reading:
    path = folder / "export"
    path.write_bytes(content)
    (grid,) = read_grids(path)
    return read(recognise(grid), declared or Declared())


@pytest.mark.parametrize(
    ("text", "encoding", "platform", "cost", "conversions", "period"),
    [
        pytest.param(PT_BR, "utf-8", "Google Ads", 348.96, 4.5, "2026-05-05", id="google-pt-br"),
        pytest.param(PT_PT, "utf-8", "Google Ads", 2000.0, 50.5, "2026-03-01", id="google-pt-pt"),
        pytest.param(JAPANESE, "utf-8", "Google Ads", 58642.0, 13.0, "2026-03-01", id="google-ja"),
        pytest.param(GERMAN, "utf-16", "Google Ads", 2000.0, 25.0, "2026-03-01", id="google-de"),
        pytest.param(KEYWORDS, "utf-8", "Google Ads", 20.0, 1.0, "2025-07-08", id="google-terms"),
        pytest.param(LINKEDIN, "utf-8-sig", "LinkedIn", 1100.0, 0.0, "2024-10-01", id="linkedin"),
        pytest.param(TIKTOK, "utf-8", "TikTok", 200000.0, 7.0, "", id="tiktok-shop"),
        pytest.param(AMAZON, "utf-8", "Amazon Ads", 1014.25, 3.0, "2020-02-01", id="amazon"),
        pytest.param(PINTEREST, "utf-8", "Pinterest", 200.0, 4.0, "2026-01-01", id="pinterest"),
        pytest.param(GA4, "utf-8", "Google Analytics 4", 0.0, 7.0, "2023-10-01", id="ga4-nth-day"),
    ],
)
def test_a_shape_is_read_right(
    text: str,
    encoding: str,
    platform: str,
    cost: float,
    conversions: float,
    period: str,
    tmp_path: Path,
) -> None:
    reading = read_bytes(text.encode(encoding), tmp_path)
    assert reading.export.platform.name == platform
    assert reading.total(Field.COST) == pytest.approx(cost)
    assert reading.total(Field.CONVERSIONS) == pytest.approx(conversions)
    assert str(reading.period[0] if reading.period else "") == period
    assert reading.differences == []


def test_the_workbook_of_meta_is_read_with_its_total_first(tmp_path: Path) -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Raw Data Report"
    for row in (
        ["Campaign name", "Day", "Results", "Result indicator", "Amount spent (NOK)"],
        [None, None, 8, "actions:lead", 900.5],
        ["Spring", "2026-01-01", 5, "actions:lead", 600.25],
        ["Autumn", "2026-01-02", 3, "actions:lead", 300.25],
    ):
        sheet.append(row)
    content = BytesIO()
    book.save(content)
    reading = read_bytes(content.getvalue(), tmp_path)
    assert reading.export.platform.name == "Meta"
    assert reading.total(Field.COST) == 900.5
    assert reading.currencies == {"NOK"}
    assert reading.period == (date(2026, 1, 1), date(2026, 1, 2))
    assert reading.differences == []


def test_two_currencies_are_never_one(tmp_path: Path) -> None:
    text = JAPANESE.replace("一般,JPY", "一般,USD")
    assert read_bytes(text.encode(), tmp_path).currencies == {"JPY", "USD"}


MICROSOFT = """\
"Report Name: Campaigns"
"Report Time: {period}"

"Gregorian date","Campaign name","Clicks","Spend","Conversions"
"{one}","Shoes","35","70.10","3"
"{two}","Boots","50","99.90","2"
"""


@pytest.mark.parametrize(
    ("period", "days", "read"),
    [
        pytest.param(
            "2/1/2020,2/15/2020", ("2/3/2020", "2/4/2020"), "2020-02-03", id="its own day above 12"
        ),
        pytest.param(
            "15/2/2020,3/3/2020", ("2/3/2020", "3/3/2020"), "2020-03-02", id="the other order"
        ),
        pytest.param(
            "2/1/2020,3/7/2020", ("2/8/2020", "2/9/2020"), "2020-02-08", id="one order fits"
        ),
        pytest.param("2/1/2020,2/7/2020", ("2/3/2020", "2/4/2020"), "", id="both orders fit"),
        pytest.param("2/1/2020,2/15/2020", ("2/3/2021", "2/4/2021"), "", id="neither fits"),
        pytest.param("2/1/2020,2/15/2020", ("2/3/2020", "02/04/2020"), "", id="two hands"),
    ],
)
def test_the_stated_period_may_prove_the_order_of_dates(
    period: str, days: tuple[str, str], read: str, tmp_path: Path
) -> None:
    text = MICROSOFT.format(period=period, one=days[0], two=days[1]).encode()
    if read:
        dates = read_bytes(text, tmp_path).dates
        assert dates is not None
        assert str(dates.values[0]) == read
    else:
        with pytest.raises(Unreadable, match=r"column Gregorian date.*--dates"):
            read_bytes(text, tmp_path)


def test_the_period_of_linkedin_proves_its_dates(tmp_path: Path) -> None:
    """October 1 to 31: 10/2/2024 is in October, and in February it would be outside."""
    reading = read_bytes(LINKEDIN.replace("10/13/2024", "10/2/2024").encode(), tmp_path)
    assert reading.period == (date(2024, 10, 1), date(2024, 10, 2))


def test_the_last_days_of_rows_prove_the_first_ones(tmp_path: Path) -> None:
    text = (
        "Campaign name,Results,Amount spent (NOK),Reporting starts,Reporting ends\n"
        "Spring,5,600.25,01/02/2026,28/02/2026\n"
    )
    period = read_bytes(text.encode(), tmp_path).period
    assert period == (date(2026, 2, 1), date(2026, 2, 28))


def test_the_period_of_a_report_without_days_is_the_stated_one(tmp_path: Path) -> None:
    text = MICROSOFT.replace("Gregorian date", "Account name").replace("Clicks", "Average CPC")
    text = text.format(period="2/1/2020,2/15/2020", one="Shop", two="Shop")
    reading = read_bytes(text.encode(), tmp_path)
    assert reading.period == (date(2020, 2, 1), date(2020, 2, 15))


SUBTOTALS = """\
Campaign name,Age,Results,Amount spent (NOK)
{name},{age},8,900.5
Spring,18-24,5,600.25
Spring,25-34,3,300.25
"""


@pytest.mark.parametrize("age", ["All", ""])
def test_a_subtotal_of_a_breakdown_is_refused(age: str, tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match=r"line 2.*(sums of all other|as subtotals do)"):
        read_bytes(SUBTOTALS.format(name="Spring", age=age).encode(), tmp_path)


def test_subtotals_on_two_levels_are_refused(tmp_path: Path) -> None:
    text = (
        "Campaign name,Age,Gender,Results,Amount spent (NOK)\n"
        "Spring,All,All,8,900.5\n"
        "Spring,18-24,All,5,600.25\nSpring,18-24,f,3,400\nSpring,18-24,m,2,200.25\n"
        "Spring,25-34,All,3,300.25\nSpring,25-34,f,3,300.25\n"
        "Autumn,All,All,2,80\nAutumn,18-24,All,2,80\nAutumn,18-24,f,2,80\n"
    )
    with pytest.raises(Unreadable, match=r"line 2, column Age|line 2, column Gender"):
        read_bytes(text.encode(), tmp_path)


def test_an_empty_cell_is_no_subtotal(tmp_path: Path) -> None:
    text = SUBTOTALS.format(name="Autumn", age="").replace("900.5", "901.5")
    assert read_bytes(text.encode(), tmp_path).total(Field.COST) == 1802


GERMAN_META = """\
Anzeigenname,Tag,Ausgegebener Betrag (EUR),Impressionen,Link-Klicks,Ergebnisse
Video,2026-03-01,"1.234,56",3000,120,20
Bild,2026-03-02,"765,44",2100,80,5
"""
TIKTOK_ADS = """\
Campaign name,Cost,Impressions,Clicks (destination),CPC (destination),Conversions,Currency
Video,1200.50,90000,400,3.00,<5,NOK
Live,799.50,40000,100,7.99,12,NOK
Total of 2 results,2000.00,130000,500,4.00,-,-
"""
SNAPCHAT = """\
Week,Campaign Name,Amount Spent,Paid Impressions,Clicks,Purchases,Purchases Value
2026-03-02,Spring,300.25,9000,80,4,1200
"""


@pytest.mark.parametrize(
    ("text", "platform", "cost", "conversions"),
    [
        pytest.param(GERMAN_META, "Meta", 2000.0, 25.0, id="meta-de"),
        pytest.param(TIKTOK_ADS, "TikTok", 2000.0, 12.0, id="tiktok-ads"),
        pytest.param(SNAPCHAT, "Snapchat", 300.25, 4.0, id="snapchat"),
        pytest.param(
            AMAZON.replace("7 Day", "14 Day"), "Amazon Ads", 1014.25, 3.0, id="amazon-14-days"
        ),
    ],
)
def test_another_shape_is_read_right(
    text: str, platform: str, cost: float, conversions: float, tmp_path: Path
) -> None:
    reading = read_bytes(text.encode(), tmp_path)
    assert reading.export.platform.name == platform
    assert reading.total(Field.COST) == pytest.approx(cost)
    assert reading.total(Field.CONVERSIONS) == pytest.approx(conversions)
    assert reading.differences == []


def test_orders_and_sales_of_amazon_are_of_one_window(tmp_path: Path) -> None:
    text = AMAZON.replace("7 Day Total Sales", "14 Day Total Sales")
    export = read_bytes(text.encode(), tmp_path).export
    assert (Field.CONVERSIONS in export.columns) != (Field.VALUE in export.columns)
