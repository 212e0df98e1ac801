"""Native formulas equal the functions of the catalogue, as LibreOffice calculates them."""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import chain, product
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.table import Table

from cpc_functions import CATALOGUE, CellError, Function, use_language
from cpc_functions.catalogue import EACH, Kind
from cpc_functions.shapes import is_range
from tests.office import recalculated
from workbook_templates.formula import abridged, native
from workbook_templates.twins import ABRIDGED, NO_TWIN, TWINS

FUNCTIONS = {function.name: function for function in CATALOGUE}
WITHIN = 1e-9

# A bare formula does not look at what is handed to it. Templates refuse these at the door, by
# data validation; a formula answers another error, or computes on.
NEGATIVE = "a negative amount or count"
PERCENT = "a fraction, a share or a score above its bound, such as 45 for 45 %"
NOTHING = "0 or blank where only more than 0 makes sense"
PART = "a part larger than the whole"
REFUSED_AT_THE_DOOR = {
    "CPC_FROM_CLICKS(2.5, 4)": PERCENT,
    "ROI(1500, 1000, 40)": PERCENT,
    "PROFIT_PER_CONVERSION(55, 180, 45)": PERCENT,
    "BREAKEVEN_CPC(180, 45)": PERCENT,
    "TARGET_CPC(180, 0.45, 30)": PERCENT,
    "BREAKEVEN_ROAS(45)": PERCENT,
    "MAX_BID(55, 2.8)": PERCENT,
    "MAX_BID_SAFE(50, 30, 10)": PART,
    "CPC_LOW(1000, 7, 95)": PERCENT,
    "CPC_PROB(1000, 12, 0)": NOTHING,
    "CONV_NEEDED(blank)": NOTHING,
    "CVR_CI(12, 10)": PART,
    "STOP_AFTER(100, 1.5)": PERCENT,
    "COST_PER_CUSTOMER(5000, 20, 100)": PART,
    "AB_CPC(500, 3, 500, -2)": NEGATIVE,
    "AB_CPC_PROB(1500, 3, 1500, 8, 0)": NOTHING,
    "SRM_P(10.5, 9)": "a fraction of a person",
    "AB_SIZE(0.05, blank)": NOTHING,
    "AB_SIZE(0.5, 1.2)": "a change to a rate above 1",
    "AB_SIZE(5, 0.2)": PERCENT,
    "AB_BUDGET(50, blank)": NOTHING,
    "AB_BUDGET(50, 1)": "equal costs, which no budget tells apart",
    "QS_WEIGHTED({11}, {100})": PERCENT,
    "QS_CLICK_COST_CHANGE(blank, 8)": NOTHING,
    "QS_CPC_CHANGE(1, -0.1)": NEGATIVE,
    "AD_RANK(0.55, 12)": PERCENT,
    "BUDGET_NEEDED(40, -75)": NEGATIVE,
    "MARGINAL_STEP(1000, 20, 1500, 18)": "fewer conversions, none of which is extra",
    "CPC_CHANGE(1000, 10, -1, 10)": NEGATIVE,
}

# The formula of a twin takes the catalogue's default of these arguments, and no other.
DEFAULT_ONLY = {("CPC_CI", "method"), ("SRM_P", "share_b")}

# 1 - GAMMADIST has so many digits after the point, however small it is. Of a Wilson limit of 0
# the function keeps a rounding error, the formula none.
ABSOLUTE = {"CPC_PROB": 1e-14, "CVR_CI": 1e-16, "COST_PER_CUSTOMER": 1e-16}


class Call(NamedTuple):
    """One call of a function, with the cells that it is given."""

    function: Function[..., Any]
    cells: tuple[Any, ...]

    def __str__(self) -> str:
        """Return the call as a worksheet writes it."""
        return f"{self.function.name}({', '.join(map(_shown, self.cells))})"

    @property
    def expected(self) -> list[Any]:
        """Return the figures that the function answers, one after the other."""
        answer = self.function.evaluate(*self.cells)
        if self.function.name == "COST_PER_CUSTOMER" and isinstance(answer, list):
            return [cell for row in answer[1:] for cell in row[1:]]
        if isinstance(answer, list):
            return list(answer[0])
        cells = TWINS[self.function.alias_of or self.function.name]
        return [answer] * (1 if isinstance(cells, str) else len(cells))

    @property
    def names(self) -> list[str]:
        """Return the names of the arguments; those of CPC_IFS go on as range2, criterion2."""
        named = [parameter.name for parameter in self.function.args]
        pairs = (len(self.cells) - len(named)) // 2 if self.function.repeats else 0
        return [*named, *(f"{w}{p}" for p in range(2, 2 + pairs) for w in ("range", "criterion"))]

    def formulas(self, row: int) -> list[str]:
        """Return the twin with references to the cells, which stand from this row on."""
        optional = {p.name for p in self.function.args if not p.required}
        given: dict[str, str | float] = {
            name: _reference(cell, row, place + 1)
            for place, (name, cell) in enumerate(zip(self.names, self.cells, strict=False))
            if not (cell is None and name in optional)
        }
        name = self.function.name
        return [native(name, cell=at, **given) for at in range(len(self.expected))]


def _shown(cell: Any) -> str:
    if is_range(cell):
        return "{" + ";".join(_shown(row[0]) for row in cell) + "}"
    return "blank" if cell is None else str(cell)


def _reference(cell: Any, row: int, column: int) -> str:
    letter = get_column_letter(column)
    return f"{letter}{row}:{letter}{row + len(cell) - 1}" if is_range(cell) else f"{letter}{row}"


def _rows(function: Function[..., Any], cells: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    """Yield the calls that an example makes: one for each row of one that answers row by row."""
    each = len(cells) == len(function.args) and function.args[-1] == EACH
    if each or (function.kind is Kind.ELEMENTWISE and any(map(is_range, cells))):
        columns = cells[:-1] if each else cells
        for row in range(max(len(c) for c in columns if is_range(c))):
            yield tuple(c[row][0] if is_range(c) else c for c in columns)
    else:
        yield cells


def _examples() -> Iterator[Call]:
    for function in CATALOGUE:
        if (function.alias_of or function.name) in TWINS:
            for example in function.examples:
                for cells in _rows(function, example.args):
                    yield Call(function, cells)


def _is_default_only(call: Call) -> bool:
    return any(
        (call.function.name, name) in DEFAULT_ONLY
        for name, _ in zip(call.names, call.cells, strict=False)
    )


EXAMPLES = list({str(call): call for call in _examples()}.values())
TWINNED = [call for call in EXAMPLES if not _is_default_only(call)]
COUNTS = (0, 0.5, 1, 3, 12.5, 77.5, 1000, 25000)
LEVELS = (0.8, 0.9, 0.95, 0.99)
COSTS = (0, 1, 50000, 1e7)
ARMS = ((1500, 1500), (90000, 91000), (50000, 10000), (1, 1e7))


WEEK = ((50, 60, 0, 40, 0.5, 65, 45, 55), (1, 0, 2, 2.5, 1, 3, 0, 0))
DAYS: tuple[tuple[Sequence[float], Sequence[float]], ...] = (
    WEEK,
    (WEEK[0], (0,) * 8),
    (range(100, 130), [day * 37 % 23 for day in range(30)]),
    (range(9000, 9210, 7), [900 + day % 5 for day in range(30)]),
)
Cases = Iterator[tuple[str, tuple[Any, ...]]]


def _one_figure() -> Cases:
    for cost, count, level in product(COSTS, COUNTS, LEVELS):
        yield "CPC_LOW", (cost, count, level)
        yield "CPC_HIGH", (cost, count, level)
        for times in (0.1, 0.9, 1, 1.1, 10) if cost else ():
            yield "CPC_PROB", (cost, count, cost / (count + 1) * times, level, cost * level)
    for count, level, more in product(COUNTS, LEVELS, (0, 1, 40, 1e6)):
        if count + more:
            yield "CVR_CI", (count, count + more, level)
            yield "COST_PER_CUSTOMER", (50000, count + more, count, level)
        yield "MAX_BID_SAFE", (50, count, count + more, None, None, level)
        yield "MAX_BID_SAFE", (50, count, count + more, 0.02, 200, level)


def _two_arms() -> Cases:
    for (cost_a, cost_b), a, b in product(ARMS, COUNTS, COUNTS):
        arms = (cost_a, a, cost_b, b)
        yield "AB_CPC_P", arms
        yield "AB_CPC_PROB", arms
        yield "AB_CPC_PROB", (*arms, 2, 300)
        for level in LEVELS:
            yield "AB_CPC", (*arms, level)
        yield "AB_CPC", (*arms, 0.95, 2.5)
        yield "CPC_CHANGE", (*arms, 0.9)
    for a, b in product((0, 1, 450, 500, 100000), repeat=2):
        yield "SRM_P", (a, b)
    for rate, change, power in product((0.001, 0.03, 0.5), (-0.5, 0.1, 0.9), (0.6, 0.95)):
        yield "AB_SIZE", (rate, change, power, 0.1)
        yield "AB_BUDGET", (rate, 1 + change, power, 0.1)


def _columns() -> Cases:
    yield "QS_WEIGHTED", ([[1], [5], ["--"]], [[100], [300], [900]])
    yield "CPC_RANK", (50, [[49.9], [50], [0]])
    for cost, won in DAYS:
        columns = [[amount] for amount in cost], [[count] for count in won]
        yield "DISPERSION", columns
        for level in LEVELS:
            yield "CPC_CI_DAILY", (*columns, level)


GRID = [
    Call(FUNCTIONS[name], cells) for name, cells in chain(_one_figure(), _two_arms(), _columns())
]
# With the counts between which the grade changes at 95 %.
VERDICTS = list(
    product((0, 200, 50000), (*COUNTS, 14, 15, 73, 74, 317, 318), (100, 180, 5000), LEVELS)
)
LOOKS: tuple[tuple[float, ...], ...] = (
    (50, 8, 50, 3),
    (213.11, 5, 213.11, 9),
    (201.35, 2, 201.35, 10),
    (300, 0.5, 310, 1200),
)
Calculated = dict[str, list[Any]]
# fmt: off
OLD_FUNCTIONS = {
    "BETADIST", "BETAINV", "GAMMADIST", "GAMMAINV", "GAMMALN", "NORMSDIST", "NORMSINV", "TINV",
    "EXP", "LN", "MAX", "MIN", "ROUNDUP", "SQRT", "SUM", "SUMIF", "SUMIFS", "SUMPRODUCT",
    "COUNT", "COUNTIF", "COUNTIFS", "IF", "ISNUMBER", "LOOKUP", "NA",
}
# fmt: on


class Desk:
    """A sheet in the making: rows of cells, formulas behind them, and where each call stands."""

    def __init__(self) -> None:
        """Begin with an empty sheet."""
        self.workbook = Workbook()
        self.row = 1
        self.places: dict[str, tuple[int, int, int]] = {}

    def put(self, name: str, cells: Sequence[Any], formulas: Sequence[str]) -> None:
        """Put the cells of a call side by side, ranges downwards, and its formulas after them."""
        sheet = self.workbook.worksheets[0]
        for column, cell in enumerate(cells, 1):
            for down, line in enumerate(cell if is_range(cell) else [[cell]]):
                sheet.cell(self.row + down, column, line[0])
        first = len(cells) + 1
        for column, formula in enumerate(formulas, first):
            sheet.cell(self.row, column, f"={formula}")
        self.places[name] = (self.row, first, first + len(formulas))
        self.row += max((len(cell) for cell in cells if is_range(cell)), default=1)

    def add_table(self) -> None:
        """Add a table with the names that templates use, and a name for the confidence."""
        sheet = self.workbook.create_sheet("Days")
        for row in [("Cost", "Won"), *zip(*WEEK, strict=True)]:
            sheet.append(row)
        sheet.add_table(Table(displayName="Paid", ref=f"A1:B{sheet.max_row}"))
        self.workbook.defined_names["confidence"] = DefinedName("confidence", attr_text="0.9")

    def calculated(self, folder: Path) -> Calculated:
        """Return what LibreOffice makes of the formulas of each call."""
        path = folder / "formulas.xlsx"
        self.workbook.save(path)
        (path,) = recalculated(path, into=folder / "calculated")
        rows = list(load_workbook(path, data_only=True).worksheets[0].values)
        return {
            name: list(rows[row - 1][first - 1 : end - 1])
            for name, (row, first, end) in self.places.items()
        }


@pytest.fixture(scope="module")
def calculated(tmp_path_factory: pytest.TempPathFactory) -> Calculated:
    """Return every formula of this file, calculated in one go."""
    desk = Desk()
    for call in [*TWINNED, *GRID]:
        desk.put(str(call), call.cells, call.formulas(desk.row))
    for cells in VERDICTS:
        cost, conversions, target, confidence = (f"{column}{desk.row}" for column in "ABCD")
        told = {"conversions": conversions, "confidence": confidence}
        verdict = abridged("CPC_VERDICT", cost=cost, target=target, **told)
        desk.put(f"verdict {cells}", cells, [verdict, abridged("SALT", **told)])
    start = desk.row
    for look in LOOKS:
        names = ("cost_a", "conversions_a", "cost_b", "conversions_b")
        so_far = {
            name: f"{column}${start}:{column}{desk.row}"
            for name, column in zip(names, "ABCD", strict=True)
        }
        looks = [abridged("AB_SEQ", **so_far), abridged("AB_SEQ", **so_far, dispersion=2)]
        desk.put(f"look {look}", look, looks)
    desk.add_table()
    paid: dict[str, Any] = {"cost": "Paid[Cost]", "conversions": "Paid[Won]"}
    total: dict[str, Any] = {name: f"SUM({column})" for name, column in paid.items()}
    formulas = [native("CPC", **paid), native("CPC_LOW", confidence="confidence", **total)]
    desk.put("named", (), [*formulas, native("DISPERSION", **paid)])
    return desk.calculated(tmp_path_factory.mktemp("formulas"))


def agrees(figure: Any, expected: Any, absolute: float = 0.0) -> bool:
    """Return whether a cell shows what the function answers: a number, a word, an error."""
    if isinstance(expected, CellError):
        return bool(figure == expected.code.value)
    if isinstance(expected, float) and isinstance(figure, (int, float)):
        return math.isclose(figure, expected, rel_tol=WITHIN, abs_tol=absolute)
    return bool(figure == expected)


def disagreements(call: Call, calculated: Calculated) -> list[tuple[Any, Any]]:
    """Return the cells of a call that differ: what the formula shows, what the function does."""
    pairs = zip(calculated[str(call)], call.expected, strict=True)
    return [pair for pair in pairs if not agrees(*pair, ABSOLUTE.get(call.function.name, 0.0))]


@pytest.mark.parametrize("call", TWINNED, ids=str)
def test_a_formula_answers_as_its_function(call: Call, calculated: Calculated) -> None:
    differing = disagreements(call, calculated)
    if str(call) in REFUSED_AT_THE_DOOR:
        assert differing, "it agrees: take it off the list"
        assert {expected.code.value for _, expected in differing} == {"#NUM!"}
    else:
        assert not differing


@pytest.mark.parametrize("call", [c for c in EXAMPLES if _is_default_only(c)], ids=str)
def test_an_argument_without_a_formula_is_refused(call: Call) -> None:
    with pytest.raises(TypeError, match="takes its default only"):
        call.formulas(1)


def test_every_refusal_is_an_example() -> None:
    assert REFUSED_AT_THE_DOOR.keys() <= set(map(str, TWINNED))


@pytest.mark.parametrize("name", sorted({call.function.name for call in GRID}))
def test_a_formula_holds_at_the_boundaries(name: str, calculated: Calculated) -> None:
    calls = [call for call in GRID if call.function.name == name]
    assert calls
    assert not {
        str(call): differing for call in calls if (differing := disagreements(call, calculated))
    }


def test_the_short_verdict_is_the_first_word_of_the_verdict(calculated: Calculated) -> None:
    for cells in VERDICTS:
        told = FUNCTIONS["CPC_VERDICT"].evaluate(*cells).partition(":")[0]
        assert calculated[f"verdict {cells}"][0] == told, cells


def test_the_grade_is_the_last_word_of_salt(calculated: Calculated) -> None:
    for cells in VERDICTS:
        cost, conversions, _, confidence = cells
        told = FUNCTIONS["SALT"].evaluate(cost, conversions, confidence)
        grade = told.partition("  ")[2] or "too few"
        assert calculated[f"verdict {cells}"][1] == grade, cells


@pytest.mark.parametrize(("place", "dispersion"), [(0, None), (1, 2)])
def test_the_smallest_look_so_far_is_the_p_of_ab_seq(
    place: int, dispersion: float | None, calculated: Calculated
) -> None:
    columns = [[[cell] for cell in column] for column in zip(*LOOKS, strict=True)]
    told = FUNCTIONS["AB_SEQ"].evaluate(*columns, dispersion)
    smallest = 1.0
    for cells, [p] in zip(LOOKS, told, strict=True):
        look = calculated[f"look {cells}"][place]
        assert 0 < look <= 1
        smallest = min(smallest, look)
        assert math.isclose(smallest, p, rel_tol=WITHIN)


def test_formulas_calculate_with_tables_and_names(calculated: Calculated) -> None:
    cost, won = sum(WEEK[0]), sum(WEEK[1])
    columns = [[[cell] for cell in column] for column in WEEK]
    expected = [
        FUNCTIONS["CPC"].evaluate(cost, won),
        FUNCTIONS["CPC_LOW"].evaluate(cost, won, 0.9),
        FUNCTIONS["DISPERSION"].evaluate(*columns),
    ]
    assert all(map(agrees, calculated["named"], expected)), calculated["named"]


def test_every_function_has_a_formula_or_a_reason() -> None:
    names = {function.alias_of or function.name for function in CATALOGUE}
    assert TWINS.keys() | NO_TWIN.keys() == names
    assert TWINS.keys().isdisjoint(NO_TWIN)
    assert ABRIDGED.keys() <= NO_TWIN.keys()
    assert {call.function.name for call in TWINNED} == {
        f.name for f in CATALOGUE if (f.alias_of or f.name) in TWINS
    }


def test_a_formula_knows_only_functions_of_every_program() -> None:
    used = {
        word
        for twin in [*TWINS.values(), *ABRIDGED.values()]
        for formula in ([twin] if isinstance(twin, str) else twin)
        for word in re.findall(r"([A-Z][A-Z0-9.]*)\(", formula)
    }
    assert used == OLD_FUNCTIONS


@pytest.mark.parametrize(
    ("name", "arguments", "formula"),
    [
        ("CPC", {"cost": "D5", "conversions": "E5"}, "D5/E5"),
        ("CPC", {"cost": "D5:D9", "conversions": "Paid[Won]"}, "SUM(D5:D9)/SUM(Paid[Won])"),
        ("CPC", {"cost": "'A (1)'!D:D", "conversions": "won"}, "SUM('A (1)'!D:D)/won"),
        ("KPK", {"cost": "spent", "conversions": 3}, "spent/3"),
        (
            "CPC",
            {"cost": "Paid[[#This Row],[Cost]]", "conversions": "SUM(E5:E9)"},
            "Paid[[#This Row],[Cost]]/SUM(E5:E9)",
        ),
        ("CPC", {"cost": "D5-D6", "conversions": "1E+3"}, "(D5-D6)/1E+3"),
        ("QS_CPC_CHANGE", {"points": -2}, "-0.16*(-2)"),
        ("MAX_BID", {"target_cpc": "D5", "cvr": "E5"}, "D5*E5"),
        ("MAX_BID", {"target_cpc": "D5", "cvr": "E5", "buffer": 0.3}, "D5*E5*(1-0.3)"),
        (
            "CPC_LOW",
            {"cost": "D5", "conversions": "G5", "confidence": "confidence"},
            "D5/GAMMAINV((1+confidence)/2,G5+1,1)",
        ),
    ],
)
def test_a_formula_reads_as_one_would_write_it(
    name: str, arguments: dict[str, str | float], formula: str
) -> None:
    assert native(name, cell=0, **arguments) == formula


@pytest.mark.parametrize(
    ("name", "arguments", "refusal", "cure"),
    [
        ("CPC_FOO", {}, KeyError, "no function of the catalogue"),
        ("CPC_BY", {}, KeyError, "spilled table"),
        ("CPC", {"cost": "D5"}, TypeError, "conversions is missing"),
        ("CPC", {"cost": "D5", "conversions": 1, "clicks": 2}, TypeError, "clicks is no argument"),
        ("CPC", {"cost": 1, "conversions": 1, "each": 1}, TypeError, "each takes its default only"),
        ("CPC_CI", {"cost": 1, "conversions": 1, "method": "byar"}, TypeError, "leave it out"),
        ("CPC_LOW", {"cost": 1, "conversions": 1, "cell": 1}, IndexError, "0 to 0"),
        ("CPC_LOW", {"cost": "D5:D9", "conversions": 1}, ValueError, "give one cell"),
        ("CPC", {"cost": "=D5", "conversions": 1}, ValueError, 'without "="'),
        ("CPC", {"cost": "SUM(D5", "conversions": 1}, ValueError, "without its partner"),
        ("CPC", {"cost": "Paid[@Cost]", "conversions": 1}, ValueError, "[[#This Row],[…]]"),
        ("CPC", {"cost": "D5,E5", "conversions": 1}, ValueError, "more than one"),
        ("CPC", {"cost": "D5:D9*2", "conversions": 1}, ValueError, "SUMPRODUCT"),
        ("CPC", {"cost": math.inf, "conversions": 1}, ValueError, "number that a cell can hold"),
        (
            "MAX_BID_SAFE",
            {"target_cpc": 1, "conversions": 1, "clicks": 9, "prior_cvr": 0.1},
            TypeError,
            "both, or neither",
        ),
    ],
)
def test_what_cannot_be_a_formula_is_refused_with_the_cure(
    name: str, arguments: dict[str, Any], refusal: type[Exception], cure: str
) -> None:
    with pytest.raises(refusal, match=re.escape(cure)):
        native(name, **arguments)


def test_what_is_not_abridged_is_refused_with_the_cure() -> None:
    with pytest.raises(KeyError, match="Use native"):
        abridged("CPC", cost="D5", conversions="E5")
    with pytest.raises(TypeError, match="cost plays no part"):
        abridged("SALT", cost="D5", conversions="E5")


def test_words_follow_the_language() -> None:
    arms = {"cost_a": "B2", "conversions_a": "C2", "cost_b": "B3", "conversions_b": "C3"}
    use_language("nb")
    try:
        assert '"B er billigst"' in native("AB_CPC", cell=5, **arms)
        assert '"svakt"' in abridged("SALT", conversions="C2")
    finally:
        use_language("en")
    assert '"B is cheaper"' in native("AB_CPC", cell=5, **arms)


def test_without_libreoffice_the_test_fails_with_the_cure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(pytest.fail.Exception, match="apt-get install libreoffice-calc"):
        recalculated(tmp_path / "any.xlsx", into=tmp_path / "calculated")
