"""The command `cpc new`: make a workbook to fill in."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from babel import Locale

from workbook_templates.edition import Edition
from workbook_templates.kinds import Kind, about, make
from workbook_templates.writing.package import write_file


class Refused(Exception):  # noqa: N818 - what it is, as a sentence says it
    """What was asked for cannot be made; the message says why and what to do."""


def new(kind: Kind, edition: Edition, output: Path | None, *, force: bool) -> str:
    """Make a workbook and return what was made and what to do next.

    Raises Refused for a file that exists, or that cannot be written.
    """
    path = output or Path(f"{kind}.xlsx")
    if path.suffix.lower() != ".xlsx":
        raise Refused(f"{path}: the name of a workbook ends in .xlsx.")
    taken = Refused(
        f"{path} exists and was left as it is; give another name with -o, or --force to replace it."
    )
    if path.exists() and not force:
        raise taken
    try:
        write_file(make(kind, edition), path, replace=force)
    except FileExistsError:
        raise taken from None
    except PermissionError as reason:
        raise Refused(
            f"{path} cannot be written: {reason.strerror}. Is it open in another program?"
        ) from reason
    except OSError as reason:
        raise Refused(f"{path} cannot be written: {reason.strerror or reason}.") from reason
    return f"{_made(kind, edition, path)}\n{_next(kind, edition)}"


def edition(
    lang: str,
    currency: str,
    first_month: str,
    months: int,
    rows: int,
    *,
    sample: bool,
    protect: bool,
) -> Edition:
    """Return the choices behind a workbook; raises Refused for one that cannot be."""
    try:
        return Edition(
            first_month=_month(first_month),
            language=lang,
            currency=currency.upper(),
            months=months,
            rows=rows,
            sample=sample,
            protect=protect,
        )
    except ValueError as reason:
        raise Refused(f"{reason}.") from reason


def _month(text: str) -> date:
    """Return the first day of a month as 2026-01 writes it; of this year's first for none."""
    if not text:
        return datetime.now().astimezone().date().replace(month=1, day=1)
    try:
        return datetime.strptime(text, "%Y-%m").replace(tzinfo=UTC).date()
    except ValueError:
        raise Refused(f"--from {text}: write the year and the month, such as 2026-01.") from None


def _made(kind: Kind, edition: Edition, path: Path) -> str:
    title, question = about(kind, replace(edition, language="en"))
    filled = "filled with made-up data" if edition.sample else "empty"
    language = Locale.parse(edition.language).get_display_name("en")
    return f"Made {path}: {title}, {filled}, in {edition.currency} and {language}.\n{question}"


def _next(kind: Kind, edition: Edition) -> str:
    if edition.sample:
        return "Next: open it and look around; make an empty one by leaving out --sample."
    return {
        Kind.TRACKER: "Next: open it, fill in Settings, then paste rows into the sheet of paid "
        "traffic; the report follows.",
        Kind.AB_TEST: "Next: open it, write down the plan before the first result, then fill in "
        "both arms.",
        Kind.BIDS: "Next: open it, fill in the target, then paste the keywords.",
        Kind.BUDGET: "Next: open it, then fill in what each channel spent and brought, step by "
        "step.",
    }[kind]
