"""What a report is asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from addin.choices import Engine
from addin.exports.reading import Declared
from workbook_templates.report.tables import Span


@dataclass(frozen=True)
class Options:
    """The choices behind a report; what is left empty is read from the files.

    `rates` are the worth of one unit of each other currency in `declared.currency`. `today` is
    the day that it is made on. `target` is a cost per conversion, 0 for none.
    """

    today: date
    declared: Declared = field(default=Declared())
    columns: Mapping[str, str] = field(default_factory=dict)
    events: Sequence[str] = ()
    target: float = 0.0
    rates: Mapping[str, float] = field(default_factory=dict)
    first: date | None = None
    last: date | None = None
    engine: Engine = Engine.DUCKDB

    @property
    def span(self) -> Span | None:
        """The days that were asked for, where both ends were."""
        return Span(self.first, self.last) if self.first and self.last else None
