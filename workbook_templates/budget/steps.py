"""The Steps sheet: what each channel spent and brought at each level, and what the extra cost."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.budget import extra
from workbook_templates.budget.sample import step_rows
from workbook_templates.edition import Edition
from workbook_templates.formula import native
from workbook_templates.sheet import Answer, Input, Sheet


def steps(edition: Edition) -> Sheet:
    """Declare the sheet."""
    _ = edition.say
    return Sheet(
        table="Steps",
        title=_("Steps"),
        lead=_(
            "One row per channel and level of spend, per period: such as the weeks at 5,000, then "
            "the weeks at 7,000. Rows of the same channel and spend are summed. Each level is "
            "compared with the next lower one of its channel."
        ),
        columns=(*_inputs(edition), *_answers(edition), *extra.hidden(edition)),
        rows=step_rows(edition) if edition.sample else (),
    )


def _inputs(edition: Edition) -> list[Input]:
    _ = edition.say
    return [
        Input("channel", _("Channel"), Unit.TEXT, _("Written alike on every row."), 18),
        Input("spend", _("Spend"), Unit.MONEY, _("Per period, tax excluded."), 15),
        Input(
            *("conversions", _("Conversions"), Unit.COUNT),
            _("Per period, of one event; fractions are allowed. Write 0 if there were none."),
            17,
        ),
        Input(
            *("periods", _("Periods"), Unit.WHOLE),
            _("How many periods this level ran; 1 when left empty. More periods tell more."),
            11,
        ),
        Input(
            *("now", _("Now"), Unit.TEXT),
            _("Mark where the channel stands with x; without a mark it is its last row."),
            8,
        ),
        Input("note", _("Note"), Unit.TEXT, _("Anything worth remembering."), 22),
    ]


def _answers(edition: Edition) -> list[Answer]:
    _ = edition.say
    average = native("CPC", cost="{spent}*{pooled_periods}", conversions="{pooled}")
    dash = figures.NO_FIGURE
    return [
        Answer(
            *("cpc", _("Cost per conversion"), Unit.MONEY),
            _("The average at this level: spend over conversions."),
            f'IF({{key}}="","",IF({{pooled}}>0,{average},IF({{spent}}>0,"{dash}","")))',
            15,
        ),
        Answer(
            *("base_spend", _("Next lower spend"), Unit.MONEY),
            _("The level of the same channel that this one is compared with."),
            *(extra.NEXT_LOWER, 15),
        ),
        Answer(
            *("extra_spend", _("Extra spend"), Unit.MONEY),
            _("Spend less the next lower spend."),
            *('IF({base_spend}="","",{spent}-{base_spend})', 17),
        ),
        Answer(
            *("extra", _("Extra conversions"), Unit.COUNT),
            _("Conversions per period less those at the next lower spend."),
            *('IF({base_spend}="","",{rate}-{base_rate})', 15),
        ),
        Answer(
            *("extra_low", _("Extra low"), Unit.COUNT),
            _("The true gain is hardly below this; below 0 it may be chance."),
            *(extra.LOW, 14.5),
        ),
        Answer(
            *("extra_high", _("Extra high"), Unit.COUNT),
            _("The true gain is hardly above this."),
            *(extra.HIGH, 14.5),
        ),
        *_marginal(edition),
        Answer(
            *("verdict", _("Against target"), Unit.TEXT),
            _("Told only when the whole marginal interval lies on one side of the target."),
            *(_verdict(edition), 17),
            figures.verdicts(edition),
        ),
        Answer(
            *("remark", _("Remark"), Unit.TEXT),
            _("What is special about the row."),
            *(_remark(edition), 40),
        ),
    ]


def _marginal(edition: Edition) -> list[Answer]:
    _ = edition.say
    dash = figures.NO_FIGURE
    each = native(
        "MARGINAL_STEP",
        cost0="{base_spend}",
        conv0="{base_rate}",
        cost1="{spent}",
        conv1="{rate}",
    )
    known = f'IF({{{{extra}}}}="","",IF({{gain}}>0,{{cost}},"{dash}"))'
    return [
        Answer(
            *("marginal", _("Marginal cost per conversion"), Unit.MONEY),
            _("Extra spend over extra conversions. A dash when none was gained."),
            *(known.format(gain="{extra}", cost=each), 17),
        ),
        Answer(
            *("marginal_low", _("Marginal low"), Unit.MONEY),
            _("The true marginal cost is hardly below this."),
            *(known.format(gain="{extra_high}", cost="{extra_spend}/{extra_high}"), 17),
        ),
        Answer(
            *("marginal_high", _("Marginal high"), Unit.MONEY),
            _("The true marginal cost is hardly above this. A dash: there is no upper limit."),
            *(known.format(gain="{extra_low}", cost="{extra_spend}/{extra_low}"), 17),
        ),
    ]


def _verdict(edition: Edition) -> str:
    below, unknown, above = figures.verdicts(edition)
    return (
        'IF(OR(N(target)<=0,{extra}=""),"",'
        f'IF({{extra_high}}<=0,"{above}",IF({{marginal_low}}>target,"{above}",'
        f'IF({{extra_low}}<=0,"{unknown}",'
        f'IF({{marginal_high}}<target,"{below}","{unknown}")))))'
    )


def _remark(edition: Edition) -> str:
    _ = edition.say
    total = _("not counted: a total line")
    text = _("not counted: a number is text")
    incomplete = _("not counted: give channel, spend and conversions")
    summed = _("summed with the same step above")
    lowest = _("lowest step: nothing to compare with")
    nothing = _("no conversion gained")
    chance = _("no upper limit: the gain may be chance")
    texts = ",".join(f"ISTEXT({{{key}}})" for key in ("spend", "conversions", "periods"))
    return (
        f'IF({{key}}="",IF({{channel}}&{{spend}}&{{conversions}}="","",'
        f'IF({{total_line}}=1,"{total}",IF(OR({texts}),"{text}","{incomplete}"))),'
        f'IF({{new_step}}=0,"{summed}",IF({{extra}}="","{lowest}",'
        f'IF({{extra}}<=0,"{nothing}",IF({{extra_low}}<=0,"{chance}","")))))'
    )
