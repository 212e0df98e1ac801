"""What the sheets check and colour: data validation and conditional formats."""

from openpyxl.formatting.rule import FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.styles.numbers import NumberFormat
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from cpc_functions.catalogue import Unit
from workbook_templates import formats, theme
from workbook_templates.edition import Edition

FIRST_DATE, LAST_DATE = 36526, 73050  # 2000-01-01 and 2099-12-31, as serial numbers
WHOLE_FORMAT = 3  # the number of #,##0 among Excel's own formats


def validation(
    unit: Unit,
    edition: Edition,
    *,
    choices: str = "",
    low: float | None = None,
    high: float | None = None,
) -> DataValidation | None:
    """Return the check of an input cell with its message; None for free text."""
    _ = edition.say
    if choices:
        return DataValidation(
            type="list",
            formula1=choices,
            allow_blank=False,  # with True, Excel accepts anything where the list has a gap
            showErrorMessage=True,
            errorStyle="warning",
            errorTitle=_("Not on the list"),
            error=_(
                "This is not on the list. Choose from the list, or add it where the list is kept; "
                "otherwise it is not counted as it should be."
            ),
        )
    title, message, kind, least, most = {
        Unit.MONEY: (
            _("An amount"),
            _("Write a number such as 1234.50, 0 or more, without spaces or currency."),
            *("decimal", 0, None),
        ),
        Unit.COUNT: (
            _("A count"),
            _("Write a number of 0 or more. Fractions such as 77.5 are allowed."),
            *("decimal", 0, None),
        ),
        Unit.WHOLE: (
            _("A whole number"),
            _("Write a whole number of 0 or more, without spaces."),
            *("whole", 0, None),
        ),
        Unit.FRACTION: (
            _("A share"),
            _("Write a percentage, such as 30 %, or a fraction, such as 0.3."),
            *("decimal", 0, 1),
        ),
        Unit.SCORE: (
            _("A score"),
            _("Write a quality score from 1 to 10, or leave the cell empty."),
            *("decimal", 1, 10),
        ),
        Unit.DATE: (
            _("A date"),
            _("Write a date of 2000 to 2099 as your system writes dates, such as 2026-03-04."),
            *("date", FIRST_DATE, LAST_DATE),
        ),
    }.get(unit, ("", "", "", None, None))
    if not kind:
        return None
    lowest, highest = (least if low is None else low), (most if high is None else high)
    return DataValidation(
        type=kind,
        operator="greaterThanOrEqual" if highest is None else "between",
        formula1=str(lowest),
        formula2=None if highest is None else str(highest),
        allow_blank=True,
        showErrorMessage=True,
        errorTitle=title,
        error=message,
    )


def explain(sheet: Worksheet, cell: str, title: str, text: str) -> None:
    """Show a text beside a cell while it is selected."""
    note = DataValidation(showInputMessage=True, promptTitle=title[:32], prompt=text)
    note.add(cell)
    sheet.add_data_validation(note)


def show_whole_counts(sheet: Worksheet, area: str, first: str) -> None:
    """Show counts without decimals where they have none."""
    whole = DifferentialStyle(numFmt=NumberFormat(numFmtId=WHOLE_FORMAT, formatCode=formats.WHOLE))
    rule = FormulaRule(formula=[f"IF(ISNUMBER({first}),{first}=INT({first}),FALSE)"])
    rule.dxf = whole
    sheet.conditional_formatting.add(area, rule)


def mark_text(sheet: Worksheet, area: str, first: str) -> None:
    """Mark text where a number or date belongs: it would not be counted."""
    _colour(sheet, area, f"ISTEXT({first})", theme.BAD, theme.BAD_FILL)


def colour_words(sheet: Worksheet, area: str, first: str, words: tuple[str, ...]) -> None:
    """Colour verdicts: the first word is good news, the last bad, those between grey."""
    colours = {words[0]: (theme.GOOD, theme.GOOD_FILL), words[-1]: (theme.BAD, theme.BAD_FILL)}
    for word in words:
        ink, fill = colours.get(word, (theme.MUTED, theme.ANSWER_FILL))
        _colour(sheet, area, f'{first}="{word}"', ink, fill)


def _colour(sheet: Worksheet, area: str, formula: str, ink: str, fill: str) -> None:
    rule = FormulaRule(
        formula=[formula],
        font=Font(color=ink, bold=True),
        fill=PatternFill(bgColor=fill, fill_type="solid"),
    )
    sheet.conditional_formatting.add(area, rule)
