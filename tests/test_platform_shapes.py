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
