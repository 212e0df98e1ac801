"""The report as a web page: every figure is there, in words, in tables and in charts."""

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

from lxml import html

from addin.html_page import MOST_CAMPAIGNS, page
from tests.report_tables import figure, tables
from workbook_templates.language import translator
from workbook_templates.report.tables import Figure, Tables

EMPTY = replace(
    tables(),
    paid=(),
    organic=(),
    costs=(),
    days=(),
    total=Figure("paid", 0, 0, None, None, None, None),
    blended=None,
    loaded=None,
    channels=(),
    campaigns=(),
    months=(),
    change=None,
    alerts=(),
    advice=(),
    left_out=(),
    findings=(),
    sources=(),
    target=0,
)


@cache
def shown(language: str = "en") -> Any:
    return parsed(tables(), language)


def parsed(report: Tables, language: str = "en") -> Any:
    return html.document_fromstring(page(report, language))


def text(element: Any) -> str:
    return " ".join(element.text_content().split())


def headings(document: Any) -> list[str]:
    return [text(heading) for heading in document.iter("h2")]


def cells(document: Any, caption: str) -> list[list[str]]:
    """Return the rows of the table with a caption, without its heading."""
    (table,) = document.xpath("//table[caption=$caption]", caption=caption)
    return [[text(cell) for cell in row] for row in table.xpath("(tbody|tfoot)/tr")]


def test_the_headline_is_the_paid_figure_with_its_interval_and_what_it_is_made_of() -> None:
    (card,) = shown().xpath("//*[@class='card main']")
    assert "NOK 297.42" in text(card)
    assert "95% interval: 287.14 to 308.17" in text(card)
    assert "NOK 923,500.00 over 3,105 conversions" in text(card)


def test_blended_and_fully_loaded_stand_beside_it() -> None:
    others = [text(card) for card in shown().xpath("//*[@class='card ']")]
    assert [told.split(" NOK")[0] for told in others] == ["Blended", "Fully loaded"]
    assert "NOK 211.96" in others[0]
    assert "NOK 228.48" in others[1]


def test_the_target_is_judged_by_the_whole_interval() -> None:
    told = text(shown().find_class("verdict")[0])
    assert told == "Paid cost per conversion against the target of NOK 300.00: cannot tell."


def test_every_channel_has_its_figure_and_its_shares() -> None:
    rows = [" | ".join(row) for row in cells(shown(), "By channel")]
    assert rows == [
        "Google Ads | 567,300.00 | 61,766 | 2,208 | 61% | 71% | 256.93 | 246.43 to 267.99",
        "Meta | 224,000.00 | 30,717 | 669 | 24% | 22% | 334.83 | 310.39 to 361.72",
        "LinkedIn | 84,400.00 | 3,130 | 46 | 9.1% | 1.5% | 1,834.78 | 1,375.54 to 2,506.10",
        "Microsoft Ads | 47,800.00 | 4,536 | 182 | 5.2% | 5.9% | 262.64 | 227.13 to 305.40",
        "All paid | 923,500.00 | 100,149 | 3,105 | 100% | 100% | 297.42 | 287.14 to 308.17",
    ]


def test_every_month_is_named_and_has_its_figure() -> None:
    rows = cells(shown("nb"), "Per måned")
    assert [row[0] for row in rows] == [
        *("januar 2026", "februar 2026", "mars 2026", "april 2026", "Alt betalt"),
    ]
    assert rows[3][6:] == ["328,38", "306,48 til 352,26"]


def test_without_a_conversion_there_is_a_dash_and_what_one_costs_at_least() -> None:
    rows = {row[0]: row for row in cells(shown(), "By campaign")}
    assert rows["LinkedIn – Lead form"][-2:] == ["–", "at least 2,114.46"]


def test_a_headline_without_a_conversion_is_a_dash_too() -> None:
    document = parsed(tables(total=figure("paid", 1_000, 0)))
    (card,) = document.xpath("//*[@class='card main']")
    assert text(card.find_class("figure")[0]) == "–"
    assert "No conversion yet: at least NOK 271.09" in text(card)


def test_what_changed_is_told_drawn_and_listed() -> None:
    document = shown()
    assert "rose by 12% (+1.3% to +23%), from NOK 293.70 to NOK 328.38" in text(document)
    rows = cells(document, "What changed")
    assert rows[0] == ["Google Ads", "144,900.00", "576", "160,300.00", "580", "−0.32", "+17.75"]
    assert rows[-1][-2:] == ["−7.32", "+42.00"]
    drawn = [
        text(each) for each in document.xpath("//*[local-name()='svg']/*[local-name()='desc']")
    ]
    # LinkedIn went from 1.5 to 1.1 percent of the conversions and costs 2,393 for one, where all
    # cost 311 midway: (9/807 − 12/809) × (2,393.06 − 311.04).
    assert [told for told in drawn if "Mix: LinkedIn: −NOK 7.66" in told]
    assert "a cheap channel that loses share makes the whole dearer" in text(document)


def test_what_changed_and_what_to_do_stand_before_the_tables() -> None:
    titles = ("What changed, and why", "Campaigns to cut or mend, or to raise", "By channel")
    assert [title for title in headings(shown()) if title in titles] == [*titles]


def test_without_any_cost_there_is_no_figure_at_all() -> None:
    free = figure("", 0, 7)
    document = parsed(replace(EMPTY, blended=free, loaded=free))
    (card,) = document.xpath("//*[contains(@class, 'card ')]")
    assert "No paid traffic was counted." in text(card)


def test_alerts_advice_and_findings_say_in_words_what_their_colours_say() -> None:
    tags = [text(tag) for tag in shown().find_class("tag")]
    assert tags == [
        *("▲ Expensive", "■ Cut or mend", "■ Cut or mend", "▲ Raise", "▲ Raise"),
        *("✕ Error", "✕ Error", "! Warning", "i Note", "i Note"),
    ]


def test_advice_tells_the_share_of_cost_and_of_conversions() -> None:
    (told,) = [text(each) for each in shown().find_class("list")[1] if "Webinar" in text(each)]
    # 76,600 of 923,500 and 46 of 3,105
    assert told.endswith("It has 8.3% of the cost and 1.5% of the conversions.")


def test_a_category_of_cost_has_the_name_of_its_rule() -> None:
    row = tables().costs[0]._replace(category="seo specialist")
    for language, name in (("en", "SEO specialist"), ("nb", "SEO-spesialist")):
        document = parsed(tables(costs=[row]), language)
        ((_what, category, *_rest),) = cells(document, translator(language)("Costs beside the ads"))
        assert category == name


def test_what_has_no_name_is_called_blank() -> None:
    document = parsed(tables(campaigns=[figure("", 100, 2)]), "nb")
    assert cells(document, "Per kampanje")[0][0] == "(tom)"


def test_rows_left_out_and_sources_are_listed() -> None:
    assert cells(shown(), "Rows that are in no figure")[1] == [
        *("ga4.csv", "12", "–", "1,904"),
        "Paid traffic as analytics sees it: the platforms' own figures count.",
    ]
    assert [row[0] for row in cells(shown(), "Sources")] == [s.file for s in tables().sources]


def test_a_column_in_which_nothing_is_told_is_left_out() -> None:
    (table,) = shown().xpath("//table[caption='Sources']")
    assert not {"Changed", "Same"} & {text(head) for head in table.xpath("thead//th")}


def test_the_language_is_that_of_the_page() -> None:
    assert shown("nb").get("lang") == "nb"
    assert headings(shown("nb"))[4:6] == [
        "Hva som endret seg, og hvorfor",
        "Dager som skiller seg ut",
    ]


def test_no_english_heading_is_left_in_norwegian() -> None:
    english = {*headings(shown("en")), *heads(shown("en"))}
    assert not english & {*headings(shown("nb")), *heads(shown("nb"))}


def heads(document: Any) -> list[str]:
    return [text(head) for head in document.xpath("//thead//th")]


def test_what_is_empty_is_left_out_with_its_heading() -> None:
    document = parsed(EMPTY)
    assert headings(document) == ["Paid cost per conversion", "How far to trust this"]
    assert not [*document.iter("table", "svg")]


def test_of_very_many_campaigns_the_rest_is_counted() -> None:
    many = [figure(f"C{n}", 1_000 - n, 5) for n in range(MOST_CAMPAIGNS + 7)]
    document = parsed(tables(campaigns=many))
    assert len(cells(document, "By campaign")) == MOST_CAMPAIGNS + 1
    assert "Campaigns not listed here, but counted in every sum: 7." in text(document)


def test_amounts_without_a_currency_say_that_it_is_not_known() -> None:
    document = parsed(tables(currency=""))
    assert "The sources do not say the currency." in text(document)
    assert "NOK 297" not in text(document)


def test_equal_reports_make_equal_pages() -> None:
    assert page(tables(), "nb") == page(tables(), "nb")


def test_advice_without_a_target_names_the_other_traffic() -> None:
    advice = [tables().advice[0]._replace(against=280.0, p=0.0004)]
    document = parsed(tables(target=0.0, advice=advice, made_on=date(2026, 5, 3)))
    assert (
        "dearer than the rest of the paid traffic, where it costs NOK 280.00 (p = 0.0004"
        in text(document)
    )
    assert not document.find_class("target")
