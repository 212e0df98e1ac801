"""What a platform's export looks like: the labels of its columns, and its lines of totals."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from cpc_functions.currencies import currencies


class Field(StrEnum):
    """What a column of an export holds, in the words of the ledger."""

    DATE = "date"
    END = "last date"
    ACCOUNT = "account"
    CHANNEL = "channel"
    CAMPAIGN = "campaign"
    AD_GROUP = "ad group"
    KEYWORD = "keyword"
    AD = "ad"
    EVENT = "event"
    CURRENCY = "currency"
    COST = "cost"
    IMPRESSIONS = "impressions"
    CLICKS = "clicks"
    SESSIONS = "sessions"
    CONVERSIONS = "conversions"
    VALUE = "conversion value"
    QUALITY = "quality score"
    WHAT = "what"
    CATEGORY = "category"
    NOTE = "note"


NUMBERS = (
    Field.COST,
    Field.IMPRESSIONS,
    Field.CLICKS,
    Field.SESSIONS,
    Field.CONVERSIONS,
    Field.VALUE,
    Field.QUALITY,
)
NAMES = (Field.CHANNEL, Field.CAMPAIGN, Field.AD_GROUP, Field.KEYWORD, Field.AD)


class Traffic(StrEnum):
    """Whose visits an export speaks of."""

    PAID = "paid"
    ORGANIC = "organic"
    BOTH = "paid and organic"


@dataclass(frozen=True)
class Platform:
    """An export as one platform writes it.

    `labels` are the column titles attested in real files or documents, for each field in the
    order of preference. The platform is known by any of the sets in `known_by`, every label of
    which must be there. `total` is the pattern of what names a line of totals, below all rows,
    beside the words that name one everywhere; where `total_without_name` such a line stands under
    the header and names nothing. Amounts of the fields in `micros` are millionths. A line of one
    cell that begins with `new_block` opens another table, which is not read. The labels of the
    fields in `exact` are titles that the user gave, with their currency. Where rows are `prepared`
    to be filled in, a line with nothing in any column that is read is room for a row, and none.
    `footer` is the pattern of the last line that every file of the platform ends with. Beside a
    title in `needs`, a table without its field is another's. Conversions under a title in
    `any_kind` are of the kind that the column of events names, and without it of any.
    """

    name: str
    traffic: Traffic
    labels: Mapping[Field, Sequence[str]]
    known_by: Sequence[Sequence[str]]
    total: str = ""
    total_without_name: bool = False
    micros: frozenset[Field] = frozenset()
    new_block: str = ""
    exact: frozenset[Field] = frozenset()
    prepared: bool = False
    footer: str = ""
    needs: Mapping[str, Field] = field(default_factory=dict)
    any_kind: Sequence[str] = ()


_SPACES = re.compile(r"\s+")
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]$")


def folded(label: object) -> str:
    """Return a column title in full, spaces and case set aside."""
    return _spaced(label).casefold()


def plain(label: object) -> str:
    """Return a column title as titles are compared: spaces, case and its currency set aside."""
    return _parted(label)[0]


def currency_of(label: object) -> frozenset[str]:
    """Return the currencies that a title may name in its last brackets: Amount spent (NOK)."""
    return _parted(label)[1]


def _parted(label: object) -> tuple[str, frozenset[str]]:
    text = _spaced(label)
    bracket = _BRACKET.search(text)
    named = currencies(bracket[1]) if bracket else frozenset()
    if bracket and named:
        text = text[: bracket.start()]
    return text.casefold(), named


def _spaced(label: object) -> str:
    return _SPACES.sub(" ", str(label if label is not None else "")).strip()
