"""What to do: campaigns to cut or mend and to raise, and days that stand out."""

from collections.abc import Sequence

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.edition import Edition
from workbook_templates.figures import exactly, share
from workbook_templates.page import Block, Column, Data, Grid, Heading, Page, Row, Text
from workbook_templates.report.contents import Contents
from workbook_templates.report.data_sheets import NAMELESS, campaign_sum
from workbook_templates.report.tables import Action, Advice, Alert, Tables
from workbook_templates.report.words import Words

MOST_ALERTS = 100


def to_do(edition: Edition, tables: Tables, contents: Contents, words: Words) -> Page:
    """Declare the sheet."""
    _ = edition.say
    return Page(
        title=_("What to do"),
        lead=_(
            "A campaign stands here when its whole interval lies on one side: luck alone brings "
            "none onto this list. The list was made with the report and stays as it is; the "
            "figures follow the rows. Brand campaigns are not judged: people searched for the name."
        ),
        blocks=(
            *_campaigns(edition, tables, contents, words),
            Heading(_("Days that stand out")),
            *_days(edition, tables, words),
        ),
    )


def _campaigns(edition: Edition, tables: Tables, contents: Contents, words: Words) -> list[Block]:
    _ = edition.say
    cut = [advice for advice in tables.advice if advice.action is Action.CUT]
    more = [advice for advice in tables.advice if advice.action is Action.RAISE]
    blocks: list[Block] = [Heading(_("Campaigns to cut or mend"))]
    if cut:
        blocks += [Text(words.before_cutting()), *_advice(edition, "cut", cut, contents, words)]
    else:
        blocks.append(
            Text(
                _(
                    "None. A campaign is named once even the low limit of its cost per conversion "
                    "is above the target, or above what the rest of the paid traffic costs: it "
                    "takes more cost, or a target."
                )
            )
        )
    blocks.append(Heading(_("Campaigns to raise")))
    if more:
        blocks += [Text(words.before_raising()), *_advice(edition, "more", more, contents, words)]
    else:
        blocks.append(
            Text(
                _(
                    "None. A campaign is named once even the high limit of its cost per conversion "
                    "is below the target, or below what the rest of the paid traffic costs: it "
                    "takes more conversions, or a target."
                )
            )
        )
    return blocks


def _advice(
    edition: Edition, name: str, advice: Sequence[Advice], contents: Contents, words: Words
) -> list[Block]:
    """Return the figures of the campaigns, and the reason for each."""
    _ = edition.say
    against = _("The rest") if any(each.p is not None for each in advice) else _("Target")
    rows = [
        Row(
            {
                "no": contents.numbers[each.channel, each.campaign],
                "channel": Data(each.channel),
                "name": Data(each.campaign or NAMELESS),
                "against": each.against,
            }
        )
        for each in advice
    ]
    reasons = [
        Row({"name": Data(each.campaign or NAMELESS), "reason": Data(words.reason(each))})
        for each in advice
    ]
    return [
        Grid(
            name,
            (
                Column("no", _("No."), Unit.WHOLE, 1),
                Column("channel", _("Channel"), Unit.TEXT, 2),
                Column("name", _("Campaign"), Unit.TEXT, 3),
                Column("cost", _("Cost"), Unit.MONEY, 1, campaign_sum("cost", "{no}")),
                Column(
                    *("conversions", _("Conv."), Unit.COUNT, 1),
                    campaign_sum("conversions", "{no}"),
                ),
                Column(
                    *("cpc", _("Cost per conv."), Unit.MONEY, 1),
                    figures.figure("{cost}", "{conversions}"),
                ),
                Column("low", _("Low"), Unit.MONEY, 1, figures.low("{cost}", "{conversions}")),
                Column("high", _("High"), Unit.MONEY, 1, figures.high("{cost}", "{conversions}")),
                Column("against", against, Unit.MONEY, 1),
            ),
            rows,
        ),
        Grid(
            f"{name}_reasons",
            (
                Column("name", _("Campaign"), Unit.TEXT, 3),
                Column(
                    *("cost_share", _("Share of cost"), Unit.FRACTION, 1),
                    share(f"INDEX({name}_cost,{{number}})", "conversion_cost"),
                ),
                Column(
                    *("share", _("Share of conv."), Unit.FRACTION, 1),
                    share(f"INDEX({name}_conversions,{{number}})", "paid_converted"),
                ),
                Column("reason", _("Reason"), Unit.TEXT, 7),
            ),
            reasons,
        ),
    ]


def _days(edition: Edition, tables: Tables, words: Words) -> list[Block]:
    _ = edition.say
    if not tables.days:
        return [
            Text(
                _(
                    "The sources do not say what each day cost. Export them by day, and days whose "
                    "cost per conversion is no chance are named here."
                )
            )
        ]
    if not tables.alerts:
        return [
            Text(
                _(
                    "None: no day's cost per conversion differs from the days before it by more "
                    "than chance, the number of days allowed for."
                )
            )
        ]
    latest = sorted(tables.alerts, key=lambda alert: alert.day, reverse=True)
    blocks: list[Block] = [_alerts(edition, latest[:MOST_ALERTS], words)]
    if len(latest) > MOST_ALERTS:
        blocks.append(
            Text(
                _("The {listed} latest of {all} days.").format(listed=MOST_ALERTS, all=len(latest)),
                quiet=True,
            )
        )
    return blocks


def _alerts(edition: Edition, alerts: Sequence[Alert], words: Words) -> Grid:
    _ = edition.say
    every = _("All paid")
    day = 'daily_date,">="&{day},daily_date,"<"&{day}+1'
    channel = f"daily_channel,{exactly('{channel}')}"

    def total(amount: str) -> str:
        return f'IF({{channel}}="{every}",SUMIFS({amount},{day}),SUMIFS({amount},{day},{channel}))'

    return Grid(
        "alerts",
        (
            Column("day", _("Day"), Unit.DATE, 1),
            Column("channel", _("Channel"), Unit.TEXT, 2),
            Column("cost", _("Cost"), Unit.MONEY, 1, total("daily_cost")),
            Column("conversions", _("Conv."), Unit.COUNT, 1, total("daily_conversions")),
            Column(
                *("cpc", _("Cost per conv."), Unit.MONEY, 1),
                figures.figure("{cost}", "{conversions}"),
            ),
            Column("expected", _("Expected conv."), Unit.COUNT, 1, shown="#,##0.0"),
            Column("sentence", _("What was odd"), Unit.TEXT, 5),
        ),
        [
            Row(
                {
                    "day": alert.day,
                    "channel": Data(alert.channel or every),
                    "expected": alert.expected,
                    "sentence": Data(words.alert(alert)),
                }
            )
            for alert in alerts
        ],
    )
