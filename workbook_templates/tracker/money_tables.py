"""The tables of the report about the whole: paid beside organic, and where the money went."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.edition import Edition
from workbook_templates.formula import native
from workbook_templates.page import Column, Grid, Row


def two_groups(edition: Edition) -> Grid:
    """Declare paid and organic traffic side by side."""
    _ = edition.say
    of_all = figures.share("{conversions}", "all_converted")
    roas = native("ROAS", revenue="paid_worth", cost="conversion_cost")
    return Grid(
        "group",
        (
            Column("name", _("Traffic"), Unit.TEXT, 3),
            Column("cost", _("Cost"), Unit.MONEY, 2),
            Column("conversions", _("Conversions"), Unit.COUNT, 2),
            Column("share", _("Share of conversions"), Unit.FRACTION, 2, of_all),
            Column("value", _("Conversion value"), Unit.MONEY, 2),
            Column("roas", _("ROAS"), Unit.RATIO, 1),
        ),
        (
            Row(
                {
                    "name": _("Paid"),
                    "cost": "=conversion_cost",
                    "conversions": "=paid_converted",
                    "value": "=paid_worth",
                    "roas": f'=IF(N(paid_worth)*N(conversion_cost)>0,{roas},"")',
                }
            ),
            Row(
                {
                    "name": _("Organic (its cost is shown, not counted)"),
                    "cost": "=organic_cost",
                    "conversions": "=organic_converted",
                    "value": "=organic_worth",
                }
            ),
            Row(
                {
                    "name": _("Around the ads, or without a rule"),
                    "cost": "=left_out_cost-organic_cost+unplaced_cost",
                    "share": "",
                }
            ),
            Row(
                {
                    "name": _("All"),
                    "cost": "=all_cost",
                    "conversions": "=all_converted",
                    "value": "=paid_worth+organic_worth",
                },
                total=True,
            ),
        ),
    )


def money(edition: Edition) -> Grid:
    """Declare what every cost is, and what each figure divides."""
    _ = edition.say
    lines = (
        (_("Media cost"), "media_cost", _("The Paid sheet: ads placed by a third party."), False),
        (_("Other costs that count"), "counted_cost", _("The Costs sheet, by its rules."), False),
        (_("Conversion cost"), "conversion_cost", _("What the paid figure divides."), True),
        (
            _("Left out: organic work"),
            "organic_cost",
            _("Nobody was paid for the visits it brings."),
            False,
        ),
        (
            _("Left out: around the ads"),
            "left_out_cost-organic_cost",
            _("Each line has its reason on the Costs sheet; the rules are yours."),
            False,
        ),
        (_("Not placed yet"), "unplaced_cost", _("No rule names their category."), False),
        (_("All costs"), "all_cost", _("What the fully loaded figure divides."), True),
    )
    return Grid(
        "money",
        (
            Column("name", _("Cost"), Unit.TEXT, 3),
            Column("cost", _("Amount"), Unit.MONEY, 2),
            Column("share", _("Share"), Unit.FRACTION, 1, figures.share("{cost}", "all_cost")),
            Column("reason", _("What it is"), Unit.TEXT, 6),
        ),
        [
            Row({"name": name, "cost": f"={cost}", "reason": reason}, total=total)
            for name, cost, reason, total in lines
        ],
    )
