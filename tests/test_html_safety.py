"""The web page of a report: well formed, nothing is fetched, and no text of an export ever runs."""

import re
from dataclasses import replace

import pytest
from lxml import etree, html

from addin.html_page import page
from tests.report_tables import tables
from tests.test_html_page import cells, parsed, shown
from workbook_templates.language import LANGUAGES
from workbook_templates.report.tables import Tables

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg onload=alert(1)>",
    "=cmd|'/c calc'!A1",
    "{{ 7 * 7 }}{% for %}",
    "</style></title><b>bold</b>",
    "&lt;i&gt; &amp;",
    "javascript:alert(1)",
)


def test_it_is_one_page_that_a_strict_parser_reads() -> None:
    source = page(tables(), "en")
    assert source.startswith("<!DOCTYPE html>")
    body = source[source.index("<body>") : source.index("</body>") + len("</body>")]
    assert etree.fromstring(body).tag == "body"


def named(name: str) -> Tables:
    """Return the report with a text of an export in every place that shows one."""
    report = tables()
    assert report.change is not None
    return tables(
        event=name,
        channels=[f._replace(name=name) for f in report.channels],
        campaigns=[f._replace(name=name) for f in report.campaigns],
        organic=[row._replace(source=name) for row in report.organic],
        costs=[row._replace(what=name, category=name) for row in report.costs],
        advice=[row._replace(channel=name, campaign=name) for row in report.advice],
        alerts=[row._replace(channel=name) for row in report.alerts],
        left_out=[row._replace(source=name) for row in report.left_out],
        findings=[row._replace(source=name) for row in report.findings],
        sources=[row._replace(file=name, sheet=name, traffic=name) for row in report.sources],
        change=replace(
            report.change, parts=[part._replace(channel=name) for part in report.change.parts]
        ),
    )


@pytest.mark.parametrize("name", HOSTILE)
def test_a_text_of_an_export_is_only_text(name: str) -> None:
    document = parsed(named(name))
    assert not [*document.iter("script", "img", "iframe", "object", "link", "a", "form")]
    attributes = {key for element in document.iter(etree.Element) for key in element.attrib}
    assert not {key for key in attributes if key.startswith("on")} | attributes & {"href", "src"}
    assert cells(document, "By channel")[0][0] == " ".join(name.split())
    tags = {element.tag for element in document.iter(etree.Element)}
    assert tags == {element.tag for element in shown().iter(etree.Element)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_fetched(language: str) -> None:
    source = page(tables(), language)
    assert not re.search(r"https?:|//\w|url\(|@import|<script|<link|\bsrc=|\bhref=", source)
    (policy,) = html.document_fromstring(source).xpath("//meta[@http-equiv]/@content")
    assert policy == "default-src 'none'; style-src 'unsafe-inline'; img-src data:"
