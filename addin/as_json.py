"""A report as JSON, for other programs: the same figures, and findings told in English."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from workbook_templates.edition import Edition
from workbook_templates.report.tables import Finding, LeftOut, Tables
from workbook_templates.report.words import Words

SCHEMA = "cpc-report-1"


def as_json(tables: Tables) -> str:
    """Return everything that a report tells, as one JSON object; equal tables make equal text.

    Its keys are `schema` and the parts of `Tables` in their order. Days are ISO 8601, amounts
    are numbers in whole units of `currency`, and null is no figure.
    """
    words = Words(Edition(tables.span.first), tables.currency)
    told = {"schema": SCHEMA, **_parts(words, tables)}
    return json.dumps(told, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def _parts(words: Words, whole: Any) -> dict[str, Any]:
    """Return the parts of a dataclass or named tuple by their names."""
    names = [f.name for f in fields(whole)] if is_dataclass(whole) else whole._fields
    return {name: _plain(words, getattr(whole, name)) for name in names}


def _plain(words: Words, value: Any) -> Any:
    """Return a part of a report as JSON knows it: objects, lists, texts and numbers."""
    if isinstance(value, Finding):
        return _finding(words, value)
    if isinstance(value, LeftOut):
        return {**_parts(words, value), "told": words.left_out(value)}
    if hasattr(value, "_fields") or is_dataclass(value):
        return _parts(words, value)
    if isinstance(value, list | tuple):
        return [_plain(words, item) for item in value]
    if isinstance(value, Enum):
        return value.name.lower()
    return value.isoformat() if isinstance(value, date) else value


def _finding(words: Words, finding: Finding) -> dict[str, Any]:
    """Return a finding with its code, its severity and what it says."""
    sentence, advice = words.finding(finding)
    return {
        "check": finding.check.name.lower(),
        "severity": finding.check.severity.value,
        "sentence": sentence,
        "advice": advice,
        "source": finding.source,
        "line": finding.line or None,
        "facts": {name: _plain(words, value) for name, value in finding.facts.items()},
    }
