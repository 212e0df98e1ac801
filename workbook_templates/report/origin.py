"""Sources: which tables were read, what became of their rows, how the figures were made."""

from cpc_functions.catalogue import Unit
from workbook_templates.edition import Edition
from workbook_templates.page import Block, Column, Data, Grid, Heading, Page, Row, Text
from workbook_templates.report.tables import Source, Tables
from workbook_templates.report.words import Words
from workbook_templates.tracker.trust import method

ROWS = ("rows", "used", "total_lines", "added", "changed", "same")


def origin(edition: Edition, tables: Tables, words: Words) -> Page:
    """Declare the sheet."""
    _ = edition.say
    return Page(
        title=_("Sources"),
        lead=_("Which tables the figures were read from, on {day}, and how they were made.").format(
            day=words.day(tables.made_on)
        ),
        blocks=(
            *(_tables(edition, tables, words) if tables.sources else ()),
            Heading(_("Method and limits")),
            *_limits(edition),
            *method(edition),
        ),
    )


def _tables(edition: Edition, tables: Tables, words: Words) -> list[Block]:
    _ = edition.say
    return [
        Heading(_("What was read")),
        Grid(
            "sources",
            (
                Column("file", _("File"), Unit.TEXT, 3),
                Column("sheet", _("Sheet"), Unit.TEXT, 2),
                Column("platform", _("Platform"), Unit.TEXT, 2),
                Column("traffic", _("Traffic"), Unit.TEXT, 1),
                Column("span", _("Period"), Unit.TEXT, 3),
                Column("currency", _("Currency"), Unit.TEXT, 1),
            ),
            [_source(source, words) for source in tables.sources],
            long=True,
        ),
        Heading(_("What became of the rows")),
        Text(
            _(
                "Added, changed and same: against what an earlier source already said of the same "
                "day and campaign. Lines of totals only check the rows."
            )
        ),
        Grid(
            "fates",
            (
                Column("file", _("File"), Unit.TEXT, 4),
                Column("sheet", _("Sheet"), Unit.TEXT, 2),
                Column("rows", _("Rows read"), Unit.WHOLE, 1),
                Column("used", _("Used"), Unit.WHOLE, 1),
                Column("total_lines", _("Lines of totals"), Unit.WHOLE, 1),
                Column("added", _("Added"), Unit.WHOLE, 1),
                Column("changed", _("Changed"), Unit.WHOLE, 1),
                Column("same", _("Same"), Unit.WHOLE, 1),
            ),
            [
                *[_fate(source) for source in tables.sources],
                Row(
                    {
                        "file": _("All"),
                        "sheet": "",
                        **{key: f"=SUM(fates_{key})" for key in ROWS},
                    },
                    total=True,
                ),
            ],
        ),
    ]


def _source(source: Source, words: Words) -> Row:
    return Row(
        {
            "file": Data(source.file),
            "sheet": Data(source.sheet),
            "platform": Data(source.platform),
            "traffic": Data(words.traffic(source.traffic)),
            "span": words.span(source.span) if source.span else None,
            "currency": Data(source.currency),
        }
    )


def _fate(source: Source) -> Row:
    amounts = {key: getattr(source, key) for key in ROWS}
    return Row({"file": Data(source.file), "sheet": Data(source.sheet), **amounts})


def _limits(edition: Edition) -> list[Text]:
    """Declare what is special to figures that come from exports."""
    _ = edition.say
    return [
        Text(
            _(
                "Conversions are what each platform credits to itself, by its own rules and "
                "window. Two platforms may both claim the same one, and then it is in the sum "
                "twice: the true cost per conversion is higher."
            )
        ),
        Text(
            _(
                "Paid conversions come from the ad platforms, organic ones from the analytics. "
                "Neither is ever subtracted from the other, and paid traffic as the analytics see "
                "it is in no figure."
            )
        ),
        Text(
            _(
                "Lines of totals in the sources were used as a check and never added. What is in "
                "no figure stands on the sheet Left out, with the reason."
            )
        ),
    ]
