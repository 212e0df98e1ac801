"""The suggested move: from where money surely does least to where it surely does most.

Channels are compared by the conversions that a unit of extra spend brought, not by its inverse,
the marginal cost: a step that gained nothing has no marginal cost, and still must be comparable.
"""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.budget.settings import CHANNEL_ROOM
from workbook_templates.edition import Edition
from workbook_templates.page import Column, Field, Grid, Row
from workbook_templates.sheet import Sheet

POWER = 0.8
SMALL = "0.000000"


def paces(edition: Edition, steps: Sheet) -> Grid:
    """Declare what the last step of each channel brought for its money, and what may move."""
    _ = edition.say
    now, spend, rate = (f"INDEX(channel_{key},{{number}})" for key in ("now", "spend", "rate"))
    floor = f"SUMIFS(floor_spend,floor_channel,{figures.exactly('{name}')})"

    def gain(key: str) -> str:
        return f'IF(N({{reach}})>0,INDEX({steps.whole(key)},{now})/{{reach}},"")'

    may_move = f"MAX(0,MIN({spend}-{{floor}},{spend}*N(move_share),{{reach}}))"
    return Grid(
        "pace",
        (
            Column("name", _("Channel"), Unit.TEXT, 2, "INDEX(channel_name,{number})"),
            Column(
                *("reach", _("Last step"), Unit.MONEY, 1),
                f'IF({now}="","",INDEX({steps.whole("extra_spend")},{now}))',
            ),
            Column("gain", _("Gain per unit"), Unit.RATIO, 1, gain("extra"), shown=SMALL),
            Column("gain_low", _("Low"), Unit.RATIO, 1, gain("extra_low"), shown=SMALL),
            Column("gain_high", _("High"), Unit.RATIO, 1, gain("extra_high"), shown=SMALL),
            Column("floor", _("Floor"), Unit.MONEY, 1, f'IF({{name}}="","",{floor})'),
            Column("give", _("May move"), Unit.MONEY, 1, f'IF({{gain}}="","",{may_move})'),
            Column(
                *("dear", _("High, if it may move"), Unit.RATIO, 1),
                'IF(N({give})>0,{gain_high},"")',
                shown=SMALL,
            ),
            Column("trial", _("Step to try"), Unit.MONEY, 1, _trial()),
            Column(
                *("by_gain", _("Rank by gain"), Unit.RATIO, 1),
                'IF(AND(N({trial})>0,ISNUMBER({gain})),{gain},"")',
                shown=SMALL,
            ),
            Column(
                *("by_average", _("Rank by average"), Unit.RATIO, 1),
                f'IF(N({{trial}})>0,{rate}/{spend},"")',
                shown=SMALL,
            ),
        ),
        [Row({})] * CHANNEL_ROOM,
    )


def _trial() -> str:
    """Return the formula of the extra spend whose conversions would be told from chance.

    Extra conversions d of a rate x over n periods have a variance of about (2 x + d) / n; d is
    the root of d = z √((2 x + d) / n), at the price of the last step or the average.
    """
    spend, rate, periods = (
        f"INDEX(channel_{key},{{number}})" for key in ("spend", "rate", "periods")
    )
    z = f"(NORMSINV((1+confidence)/2)+NORMSINV({POWER}))^2/{periods}"
    extra = f"({z}+SQRT(({z})^2+8*{rate}*{z}))/2"
    price = f"MAX({spend}/{rate},IF(N({{gain}})>0,1/{{gain}},0))"
    return f'IF(N({rate})*N({spend})>0,{extra}*{price},"")'


def fields(edition: Edition) -> list[Field]:
    """Return the move and what it is expected to bring, and the step to try where there is none."""
    _ = edition.say
    return [*_places(edition), *_amounts(edition), *_to_try(edition)]


def _places(edition: Edition) -> list[Field]:
    _ = edition.say
    surely = "AND(MAX(pace_gain_low)>0,MIN(pace_dear)<MAX(pace_gain_low))"
    return [
        Field(
            *("move_told", _("Is it sure?"), Unit.WHOLE),
            _("1 where the intervals of two channels do not overlap and money may move."),
            formula=f"IF(COUNT(pace_dear)*COUNT(pace_gain_low)=0,0,--{surely})",
        ),
        Field(
            *("move_from", _("From line"), Unit.WHOLE),
            _("The channel whose last step surely brought least: highest low marginal cost."),
            formula='IF(move_told=1,MATCH(MIN(pace_dear),pace_dear,0),"")',
        ),
        Field(
            *("move_to", _("To line"), Unit.WHOLE),
            _("The channel whose last step surely brought most: lowest high marginal cost."),
            formula='IF(move_told=1,MATCH(MAX(pace_gain_low),pace_gain_low,0),"")',
        ),
        Field(
            *("moved", _("Amount per period"), Unit.MONEY),
            _("No more than the share to move, the floor allows, or either channel's last step."),
            formula=(
                'IF(move_told=1,MIN(INDEX(pace_give,move_from),INDEX(pace_reach,move_to)),"")'
            ),
        ),
    ]


def _amounts(edition: Edition) -> list[Field]:
    _ = edition.say
    listed = (
        (
            *("move_gained", _("Conversions gained"), _("At the marginal cost of the last step.")),
            "moved*INDEX(pace_gain,move_to)",
        ),
        (
            *("move_lost", _("Conversions lost"), _("At the marginal cost of the last step.")),
            "moved*MAX(0,INDEX(pace_gain,move_from))",
        ),
        (
            *("move_net", _("Net"), _("Gained less lost.")),
            "move_gained-move_lost",
        ),
        (
            *("move_least", _("Net, at least"), _("The worst of both intervals.")),
            "moved*(INDEX(pace_gain_low,move_to)-MAX(0,INDEX(pace_gain_high,move_from)))",
        ),
    )
    return [
        Field(name, label, Unit.COUNT, what, formula=f'IF(move_told=1,{formula},"")')
        for name, label, what, formula in listed
    ]


def _to_try(edition: Edition) -> list[Field]:
    """Return where a larger step would tell most: what a sentence rounds is rounded up here."""
    _ = edition.say
    step = "INDEX(pace_trial,trial_line)"
    return [
        Field(
            *("trial_line", _("Line to try"), Unit.WHOLE),
            _("The channel whose last step brought most; without steps, the cheapest average."),
            formula=(
                "IF(COUNT(pace_by_gain)>0,MATCH(MAX(pace_by_gain),pace_by_gain,0),"
                'IF(COUNT(pace_by_average)>0,MATCH(MAX(pace_by_average),pace_by_average,0),""))'
            ),
        ),
        Field(
            *("trial_step", _("Step to try"), Unit.MONEY),
            _("Large enough to be told from chance four times out of five, at that marginal cost."),
            formula=f'IF(trial_line="","",ROUNDUP({step},1-INT(LOG10({step}))))',
        ),
    ]
