"""The extra conversions of a step and their interval, from the limits of the two counts.

The interval of a difference of Poisson rates is MOVER's, from Garwood's exact limits of each (Zou
and Donner 2008; Li, Tang and Wong 2014): it needs no formula beyond GAMMAINV, and keeps its
coverage with few conversions, where the normal interval does not.
"""

from cpc_functions.catalogue import Unit
from workbook_templates.edition import Edition
from workbook_templates.sheet import Answer
from workbook_templates.total_lines import is_total

_SAME = "({all_key}={key})*({all_spent}={spent})"
_LOWER = "({all_key}={key})*({all_spent}<{spent})"
_BASE = "({all_key}={key})*({all_spent}={base_spend})"

NEXT_LOWER = (
    f'IF({{key}}="","",IF(SUMPRODUCT({_LOWER})=0,"",SUMPRODUCT(MAX({_LOWER}*{{all_spent}}))))'
)
LOW = 'IF({base_spend}="","",{extra}-SQRT(({rate}-{rate_low})^2+({base_rate_high}-{base_rate})^2))'
HIGH = 'IF({base_spend}="","",{extra}+SQRT(({rate_high}-{rate})^2+({base_rate}-{base_rate_low})^2))'


def hidden(edition: Edition) -> list[Answer]:
    """Return the columns between the inputs and the answers: sums of equal steps, and limits."""
    _ = edition.say
    usable = (
        'AND({total_line}=0,TRIM({channel})<>"",ISNUMBER({spend}),ISNUMBER({conversions}),'
        "NOT(ISTEXT({periods})))"
    )
    return [
        _column("total_line", _("Total line"), Unit.WHOLE, f"IF({is_total('{channel}')},1,0)"),
        _column(
            *("key", _("Channel counted"), Unit.TEXT),
            f'IF({usable},IF(AND({{spend}}>=0,{{conversions}}>=0),TRIM({{channel}}),""),"")',
        ),
        _column(
            *("row", _("Row of the table"), Unit.WHOLE),
            f"ROW()-ROW(Steps[[#Headers],[{_('Row of the table')}]])",
        ),
        _column("spent", _("Spend counted"), Unit.MONEY, 'IF({key}="",0,{spend})'),
        _column(
            *("ran", _("Periods counted"), Unit.WHOLE),
            'IF({key}="",0,IF(N({periods})>0,{periods},1))',
        ),
        _column("won", _("Conversions in all"), Unit.COUNT, 'IF({key}="",0,{conversions}*{ran})'),
        _column(
            *("new_step", _("First of its step"), Unit.WHOLE),
            f'IF({{key}}="",0,--(SUMPRODUCT({_SAME}*({{all_row}}<{{row}}))=0))',
        ),
        _column(
            *("new_channel", _("First of its channel"), Unit.WHOLE),
            'IF({key}="","",IF(SUMPRODUCT(({all_key}={key})*({all_row}<{row}))=0,{row},""))',
        ),
        *_rates(
            "",
            (
                _("Periods at this spend"),
                _("Conversions at this spend"),
                _("Rate per period"),
                _("Rate low"),
                _("Rate high"),
            ),
            _SAME,
            '{key}=""',
        ),
        *_rates(
            "base_",
            (
                _("Periods at the lower spend"),
                _("Conversions at the lower spend"),
                _("Lower rate"),
                _("Lower rate low"),
                _("Lower rate high"),
            ),
            _BASE,
            '{base_spend}=""',
        ),
        _column(
            *("charted", _("Spend in the chart"), Unit.MONEY),
            'IF({key}="","",IF(AND({key}=charted_channel,{new_step}=1),{spent},""))',
        ),
    ]


def _rates(prefix: str, titles: tuple[str, ...], rows: str, absent: str) -> list[Answer]:
    """Return periods, conversions and conversions per period of a step, with Garwood's limits."""
    periods, count = f"{{{prefix}pooled_periods}}", f"{{{prefix}pooled}}"
    least = f"GAMMAINV((1-confidence)/2,{count},1)/{periods}"
    most = f"GAMMAINV((1+confidence)/2,{count}+1,1)/{periods}"
    formulas = {
        "pooled_periods": f"SUMPRODUCT({rows}*{{all_ran}})",
        "pooled": f"SUMPRODUCT({rows}*{{all_won}})",
        "rate": f"{count}/{periods}",
        "rate_low": f"IF({count}=0,0,{least})",
        "rate_high": most,
    }
    return [
        _column(f"{prefix}{key}", title, Unit.COUNT, f'IF({absent},"",{formula})')
        for (key, formula), title in zip(formulas.items(), titles, strict=True)
    ]


def _column(key: str, title: str, unit: Unit, formula: str) -> Answer:
    return Answer(key, title, unit, title, formula, hidden=True)
