"""Finds what makes Excel refuse or repair a workbook: the schemas, and the rules beyond them.

openxml-audit knows the schemas of the Open XML SDK. No schema sees that the head of a table is not
its column's name, that a link leads nowhere or that a formula is too long: those are the rules.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from openxml_audit.errors import FileFormat
from openxml_audit.validator import OpenXmlValidator

from tests.open_xml.package import Package
from tests.open_xml.rules import RULES, parts, relations

FALSE_ALARMS = {
    r"/xl/styles\.xml .*/font\[\d+\] Unexpected element "
    r"'(b|i|strike|condense|extend|outline|shadow|u|vertAlign|sz|color|name|family|charset|scheme)'"
    r" found": "ISO/IEC 29500-1 (CT_Font, a choice) lets the parts of a font stand in any order; "
    "the SDK keeps Excel's own order. openpyxl writes the name first, and Excel reads it.",
    r"/xl/worksheets/sheet\d+\.xml  Worksheet .* inline-string cell": "ECMA-376-1, 18.18.11: "
    "a text may stand in its cell. Excel moves it when it saves, without a word.",
}


def schemas(path: Path) -> Iterator[str]:
    """Return what contradicts the schemas, without the false alarms."""
    validator = OpenXmlValidator(FileFormat.MICROSOFT_365, max_errors=0)
    for error in validator.validate(path).errors:
        problem = f"{error.part_uri} {error.path} {error.description}"
        if not any(re.match(pattern, problem) for pattern in FALSE_ALARMS):
            yield problem


def problems(path: Path) -> list[str]:
    """Return what is wrong with a workbook; nothing where Excel opens it without a word."""
    package = Package(path)
    if broken := [*parts(package), *relations(package)] or [*schemas(path)]:
        return broken  # the rules read what the schemas require
    return [problem for rule in RULES for problem in rule(package)]
