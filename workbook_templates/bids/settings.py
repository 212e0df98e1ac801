"""The Settings sheet of the bid workbook: the target, and how careful to be."""

from cpc_functions.catalogue import Unit
from workbook_templates.bids.account import SURENESS
from workbook_templates.bids.sample import ORDER_VALUE, price
from workbook_templates.edition import Edition
from workbook_templates.formula import native
from workbook_templates.page import Block, Field, Heading, Page

MARGIN, PROFIT_SHARE = 0.4, 0.3


def settings(edition: Edition) -> Page:
    """Declare the sheet."""
    _ = edition.say
    return Page(
        title=_("Settings"),
        lead=_("Yellow cells are yours to fill in; everything else follows from them."),
        blocks=(
            Heading(_("Target: the price of a conversion")),
            *_target(edition),
            Heading(_("How careful to be")),
            *_care(edition),
            Heading(_("What follows")),
            *_answers(edition),
        ),
    )


def _target(edition: Edition) -> list[Block]:
    _ = edition.say
    derived = native(
        "TARGET_CPC",
        order_value="order_value",
        margin="margin",
        profit_share="N(profit_share)",
    )
    return [
        Field(
            *("target_given", _("Target cost per conversion"), Unit.MONEY),
            _("What a conversion should cost at most. Leave it empty to have it worked out below."),
        ),
        Field(
            *("order_value", _("Order value"), Unit.MONEY),
            _("What one conversion brings in, on average."),
            value=price(edition, ORDER_VALUE) if edition.sample else None,
        ),
        Field(
            *("margin", _("Margin"), Unit.FRACTION),
            _("The share of the order value that is left when the goods are paid."),
            value=MARGIN if edition.sample else None,
        ),
        Field(
            *("profit_share", _("Share of profit to keep"), Unit.FRACTION),
            _("Of the margin, what is to stay with you; the rest may be spent on the conversion."),
            value=PROFIT_SHARE,
        ),
        Field(
            *("target", _("Target in use"), Unit.MONEY),
            _("The target above; without one, order value × margin × (1 − share to keep)."),
            formula=(
                f'IF(N(target_given)>0,target_given,IF(N(order_value)*N(margin)>0,{derived},""))'
            ),
        ),
    ]


def _care(edition: Edition) -> list[Block]:
    _ = edition.say
    return [
        Field(
            *("wanted_confidence", _("Confidence"), Unit.FRACTION),
            _("How sure an interval or the stop line is meant to be: 95 % is usual."),
            value=0.95,
            low=0.5,
            high=0.999,
        ),
        Field(
            *("wanted_sureness", _("Sureness of the safe bid"), Unit.FRACTION),
            _("How sure the target must be met: 50 % is as likely as not, 80 % is careful."),
            value=SURENESS,
            low=0.05,
            high=0.99,
        ),
        Field(
            *("wanted_buffer", _("Buffer"), Unit.FRACTION),
            _("Share of the maximum bid to keep back. The safe bid has a caution of its own."),
            value=0,
            low=0,
            high=0.99,
        ),
        Field(
            *("prior_weight", _("Weight of the account, clicks"), Unit.COUNT),
            _(
                "Optional: the safe bid takes the conversion rate of the whole account for so many "
                "clicks seen before. Empty: each keyword stands alone. Never mix brand and generic."
            ),
            value=50 if edition.sample else None,
        ),
        Field(
            *("highest_bid", _("Highest bid allowed"), Unit.MONEY),
            _("Optional: no bid in this workbook goes above it."),
            value=price(edition, 25) if edition.sample else None,
        ),
    ]


def _answers(edition: Edition) -> list[Block]:
    _ = edition.say
    line = native("STOP_AFTER", target="target", confidence="confidence")
    first = native("MAX_BID", target_cpc="target", cvr="account_cvr", buffer="buffer")
    return [
        Field(
            *("stop_line", _("Stop line"), Unit.MONEY),
            _("Spend on one keyword without any conversion that rules the target out."),
            formula=f'IF(N(target)>0,{line},"")',
        ),
        Field(
            *("new_keyword_bid", _("Bid for a new keyword"), Unit.MONEY),
            _("Target × conversion rate of the account: where to begin, per click."),
            formula=f'IF(N(target)*N(account_cvr)>0,MIN(highest_bid,{first}),"")',
        ),
        Field(
            *("currency", _("Currency"), Unit.TEXT),
            _("Of every amount in this workbook. Amounts in others must be converted first."),
            formula=f'"{edition.currency}"',
        ),
    ]
