"""The figures of the Calculations sheet that belong to parts: months, channels, campaigns."""

from cpc_functions.catalogue import Unit
from workbook_templates.edition import Edition
from workbook_templates.page import Block, Field, Heading
from workbook_templates.tracker import chart_data, ranking
from workbook_templates.tracker.filled import Filled


def months(edition: Edition, filled: Filled) -> list[Block]:
    """Return the months with what is told of them; nothing where there is no table of months."""
    _ = edition.say
    if not filled.months:
        return []
    expected = "by_month_cost*SUM(by_month_conversions)/SUM(by_month_cost)"
    spread = (
        f"SUMPRODUCT((by_month_cost>0)*(by_month_conversions-{expected})^2"
        f"/({expected}+(by_month_cost<=0)))/(active_months-1)"
    )
    return [
        answer(
            *("active_months", _("Months with cost"), _("On the Paid sheet.")),
            *("SUMPRODUCT(--(by_month_cost>0))", Unit.WHOLE),
        ),
        answer(
            *("spread", _("Spread between months")),
            _("Against pure chance, which is 1. Needs seven months; media cost only."),
            f'IF(active_months<7,"",IF(SUM(by_month_conversions)>0,MAX(1,{spread}),""))',
            Unit.RATIO,
        ),
        answer(
            *("reference_cpc", _("Line in the chart"), _("The target; without one, the average.")),
            "IF(N(target)>0,target,N(paid_figure))",
        ),
        answer(
            *("reference_name", _("Its name"), _("What the chart calls the line.")),
            f'IF(N(target)>0,"{_("Target")}","{_("Average")}")',
            Unit.TEXT,
        ),
        Heading(_("Month by month")),
        chart_data.by_month(edition, filled),
    ]


def channels(edition: Edition, filled: Filled) -> list[Block]:
    """Return the channels, as they are listed and as they are ranked."""
    _ = edition.say
    return [
        Heading(_("Channel by channel")),
        chart_data.by_channel(edition, filled),
        Heading(_("Channels, cheapest first")),
        chart_data.ranked(edition, filled),
    ]


def campaigns(edition: Edition, filled: Filled) -> list[Block]:
    """Return both ends of the ranking, as far as there is one."""
    _ = edition.say
    blocks: list[Block] = []
    if filled.cheap:
        blocks += [
            Heading(_("Cheapest campaigns, by their high limit")),
            ranking.cheap(edition, filled.cheap),
        ]
    if filled.dear:
        blocks += [
            Heading(_("Most expensive campaigns, by their low limit")),
            ranking.dear(edition, filled.dear),
        ]
    return blocks


def answer(name: str, label: str, help_text: str, formula: str, unit: Unit = Unit.MONEY) -> Field:
    """Declare a figure that has a name."""
    return Field(name, label, unit, help_text, formula=formula)
