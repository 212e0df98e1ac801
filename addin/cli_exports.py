"""The commands of `cpc` that read exports: inspect, check, report and demo."""

from pathlib import Path
from typing import Annotated

import typer

from addin.choices import Engine, Format
from addin.refusing import refusing

Files = Annotated[list[str], typer.Argument(help="The exports.", show_default=False)]
Columns = Annotated[
    list[str] | None,
    typer.Option("--map", metavar="FIELD=TITLE", help="Which column is what.", show_default=False),
]
Locales = Annotated[
    list[str] | None,
    typer.Option(metavar="nb_NO | FILE=nb_NO", help="How files write numbers.", show_default=False),
]
DateOrders = Annotated[
    list[str] | None,
    typer.Option(
        metavar="dmy | FILE=dmy", help="How files write dates: dmy, mdy.", show_default=False
    ),
]


def inspect(
    file: Annotated[Path, typer.Argument(help="The export.", show_default=False)],
    *,
    locale: Annotated[str, typer.Option(help="How it writes numbers: nb_NO, en_US, …")] = "",
    dates: Annotated[str, typer.Option(help="How it writes dates: dmy, mdy.")] = "",
    currency: Annotated[str, typer.Option(help="The currency of its amounts: NOK, …")] = "",
    columns: Columns = None,
) -> None:
    """Say what an export is."""
    from addin import examine  # only this command reads exports
    from addin.exports.reading import Declared

    with refusing():
        declared = Declared(locale, dates, currency.upper())
        typer.echo(_seen(examine.inspect(file, declared, columns or ())))


def report(
    files: Files,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="The file; report.xlsx in this folder otherwise."),
    ] = None,
    *,
    form: Annotated[Format, typer.Option("--format", help="A workbook or a page.")] = Format.XLSX,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON; make no file.")] = False,
    lang: Annotated[str, typer.Option(help="Language of the report: en, nb.")] = "en",
    event: Annotated[
        list[str] | None,
        typer.Option(help="The conversion that is counted.", show_default=False),
    ] = None,
    target: Annotated[
        float, typer.Option(help="What a conversion should cost at most.", show_default=False)
    ] = 0.0,
    first: Annotated[
        str, typer.Option("--from", metavar="DAY", help="The first day: 2026-01-31 or 31.01.2026.")
    ] = "",
    last: Annotated[str, typer.Option("--to", metavar="DAY", help="The last day.")] = "",
    currency: Annotated[
        str, typer.Option(help="Of the report, and of amounts that name none: NOK, …")
    ] = "",
    rate: Annotated[
        list[str] | None,
        typer.Option(metavar="EUR=11.5", help="What 1 EUR is worth in it.", show_default=False),
    ] = None,
    columns: Columns = None,
    locale: Locales = None,
    dates: DateOrders = None,
    engine: Annotated[
        Engine, typer.Option(help="Only for very large files: what adds up the rows.")
    ] = Engine.DUCKDB,
    force: Annotated[bool, typer.Option("--force", help="Replace an existing file.")] = False,
) -> None:
    """Make a report on exports."""
    from addin import report as command  # only this command needs the engines

    asked = command.Asked(
        files=files,
        output=None if as_json and not output else output or Path(f"report.{form}"),
        form=form,
        as_json=as_json,
        language=lang,
        events=event or (),
        target=target,
        first=first,
        last=last,
        currency=currency.upper(),
        rates=rate or (),
        columns=columns or (),
        locales=locale or (),
        dates=dates or (),
        engine=engine,
        force=force,
    )
    with refusing():
        command.report(asked)


def check(
    files: Files,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    lang: Annotated[str, typer.Option(help="Language of the findings: en, nb.")] = "en",
    currency: Annotated[str, typer.Option(help="Of amounts that name none: NOK, …")] = "",
    columns: Columns = None,
    locale: Locales = None,
    dates: DateOrders = None,
) -> None:
    """Say what would make the figures wrong."""
    from addin import checking  # as above
    from addin.report import Asked

    asked = Asked(
        files=files,
        output=None,
        as_json=as_json,
        language=lang,
        currency=currency.upper(),
        columns=columns or (),
        locales=locale or (),
        dates=dates or (),
    )
    with refusing():
        checking.check(asked)


def demo(
    output: Annotated[Path, typer.Option("--output", "-o", help="The folder that is made.")] = Path(
        "cpc-demo"
    ),
    *,
    lang: Annotated[str, typer.Option(help="Language of the report: en, nb.")] = "en",
    force: Annotated[bool, typer.Option("--force", help="Replace existing files.")] = False,
) -> None:
    """Make sample exports and the report on them."""
    from addin import report as command  # as above

    with refusing():
        command.demo(output, lang, force=force)


def _seen(text: str) -> str:
    """Return lines without the signs that a terminal would obey."""
    from addin.printed import seen  # as above

    return "\n".join(map(seen, text.split("\n")))
