"""Why it changed: two periods side by side, and what each channel did to the figure."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.edition import Edition
from workbook_templates.figures import NO_FIGURE, exactly
from workbook_templates.formula import native
from workbook_templates.page import Charts, Column, Data, Field, Grid, Heading, Page, Row, Text
from workbook_templates.report.effects import average, chart, difference, effects, left_over
from workbook_templates.report.tables import Change, Part
from workbook_templates.report.words import Words

PERIODS = (("before", 1), ("after", 2))


def why(edition: Edition, change: Change, words: Words, source: str) -> Page:
    """Declare the sheet; `source` names the columns that are summed: daily or paid."""
    _ = edition.say
    parts = sorted(change.parts, key=lambda part: -abs(part.mix + part.efficiency))
    return Page(
        title=_("Why it changed"),
        lead=_(
            "The cost per conversion of two periods, and what each channel did to it. Media cost "
            "alone: other costs that count belong to no channel."
        ),
        blocks=(
            *(Text(Data(told), strong=not place) for place, told in enumerate(words.told(change))),
            Heading(_("Two periods")),
            _periods(edition, change, source),
            _chance(edition),
            Heading(_("Each channel in both periods")),
            _parts(edition, parts, source),
            Heading(_("Mix and efficiency")),
            Text(words.mix_and_efficiency()),
            average(edition),
            effects(edition, parts),
            left_over(edition),
            Charts((chart(edition),), lines=max(10, 2 * len(parts) + 6)),
        ),
    )


def _periods(edition: Edition, change: Change, source: str) -> Grid:
    _ = edition.say
    days = f'{source}_date,">="&{{first}},{source}_date,"<"&{{last}}+1'
    return Grid(
        "periods",
        (
            Column("name", _("Period"), Unit.TEXT, 2),
            Column("first", _("From"), Unit.DATE, 2),
            Column("last", _("To"), Unit.DATE, 2),
            Column("cost", _("Cost"), Unit.MONEY, 2, f"SUMIFS({source}_cost,{days})"),
            Column(
                *("conversions", _("Conv."), Unit.COUNT, 1),
                f"SUMIFS({source}_conversions,{days})",
            ),
            Column(
                *("cpc", _("Cost per conv."), Unit.MONEY, 1),
                figures.figure("{cost}", "{conversions}"),
            ),
            Column("low", _("Low"), Unit.MONEY, 1, figures.low("{cost}", "{conversions}")),
            Column("high", _("High"), Unit.MONEY, 1, figures.high("{cost}", "{conversions}")),
        ),
        (
            Row({"name": _("Earlier"), **change.before._asdict()}),
            Row({"name": _("Later"), **change.after._asdict()}),
            Row(
                {
                    "name": _("Change"),
                    "cost": "=INDEX(periods_cost,2)-INDEX(periods_cost,1)",
                    "conversions": "=INDEX(periods_conversions,2)-INDEX(periods_conversions,1)",
                    "cpc": f"={difference()}",
                    "low": "",
                    "high": "",
                },
                total=True,
            ),
        ),
    )


def _chance(edition: Edition) -> Field:
    _ = edition.say
    p = native(
        "AB_CPC_P",
        cost_a="INDEX(periods_cost,1)",
        conversions_a="INDEX(periods_conversions,1)",
        cost_b="INDEX(periods_cost,2)",
        conversions_b="INDEX(periods_conversions,2)",
    )
    return Field(
        *("change_p", _("Chance of such a change"), Unit.FRACTION),
        _("If nothing had changed, so large a difference would come by chance this often (p)."),
        formula=f'IF(COUNT(periods_cpc)<2,"{NO_FIGURE}",{p})',
        shown=edition.formats.chance,
    )


def _parts(edition: Edition, parts: list[Part], source: str) -> Grid:
    _ = edition.say
    columns = [Column("channel", _("Channel"), Unit.TEXT, 4)]
    total: dict[str, str | None] = {"channel": _("All paid")}
    words = {
        "before": (_("Cost, earlier"), _("Conv., earlier"), _("Cost per conv., earlier")),
        "after": (_("Cost, later"), _("Conv., later"), _("Cost per conv., later")),
    }
    for period, place in PERIODS:
        cost, conversions = f"cost_{period}", f"conversions_{period}"
        rows = (
            f"{source}_channel,{exactly('{channel}')},"
            f'{source}_date,">="&INDEX(periods_first,{place}),'
            f'{source}_date,"<"&INDEX(periods_last,{place})+1'
        )
        spent, won, figure = words[period]
        columns += [
            Column(cost, spent, Unit.MONEY, 2, f"SUMIFS({source}_cost,{rows})"),
            Column(conversions, won, Unit.COUNT, 1, f"SUMIFS({source}_conversions,{rows})"),
            Column(
                *(f"cpc_{period}", figure, Unit.MONEY, 1),
                figures.figure(f"{{{cost}}}", f"{{{conversions}}}"),
            ),
        ]
        total |= {name: f"=SUM(parts_{name})" for name in (cost, conversions)}
    named = [Row({"channel": Data(part.channel)}) for part in parts]
    return Grid("parts", columns, [*named, Row(total, total=True)])
