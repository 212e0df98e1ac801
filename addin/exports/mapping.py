"""What a user says of a table's columns: --map cost="Spend (USD)" --map date=Day.

A map names titles and nothing else: what stands under them is read as strictly as ever.
"""

from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import NamedTuple

from addin.exports.header import told
from addin.exports.platform import NUMBERS, Field, Platform, Traffic, folded, plain
from addin.exports.text_file import Unreadable

OWN_TABLE = "Own table"
PLATFORM, TRAFFIC = "platform", "traffic"
TRAFFICS = {"paid": Traffic.PAID, "organic": Traffic.ORGANIC}

_OTHER_WORDS = {"value": Field.VALUE, "quality": Field.QUALITY}
_FIELDS = {str(field): field for field in Field} | _OTHER_WORDS
_WORDS = [*_FIELDS, PLATFORM, TRAFFIC]


class _Said(NamedTuple):
    """A map that was understood: the title of each field, and what the table is."""

    titles: dict[Field, str]
    platform: str
    traffic: Traffic | None


def column_map(options: Sequence[str]) -> dict[str, str]:
    """Return the map of --map options: what the title is of each field.

    Keys are the words of the ledger, "platform" and "traffic". Raises Unreadable for an option
    that is none, and for a word that is said twice.
    """
    found: dict[str, str] = {}
    for option in options:
        word, sign, title = option.partition("=")
        if not (sign and word.strip() and title.strip()):
            raise Unreadable(
                f'--map {option}: write a field and a title, as in --map "cost=Spend".'
            )
        key = _word(word)
        if key in found:
            raise Unreadable(f"--map {option}: {key} is said twice.")
        found[key] = title.strip()
    understood(found)
    return found


def understood(said: Mapping[str, str]) -> _Said:
    """Return what a map says; raises Unreadable for a word that is no field, or said twice."""
    titles: dict[Field, str] = {}
    traffic = None
    for word, title in said.items():
        key = _word(word)
        if key == TRAFFIC:
            traffic = _traffic(title)
        elif key != PLATFORM:
            titles[_FIELDS[key]] = title
    twice = [
        title
        for title in titles.values()
        if [*map(folded, titles.values())].count(folded(title)) > 1
    ]
    if twice:
        fields = " and ".join(field for field, title in titles.items() if title in twice)
        raise Unreadable(f'--map: "{twice[0]}" is said to be {fields}; a column holds one thing.')
    return _Said(titles, said.get(PLATFORM, ""), traffic)


def holds(titles: Sequence[object], said: Mapping[str, str]) -> bool:
    """Return whether every title of a map stands among titles."""
    return all(_named(titles, title) for title in understood(said).titles.values())


def mapped_platform(
    base: Platform | None, titles: Sequence[str], column_map: Mapping[str, str]
) -> Platform:
    """Return the platform of a table whose columns the user names.

    `base` is the platform that its titles show, if any: the map replaces the columns that it
    names, and the rest stays. Raises Unreadable for a title that is not there, or there twice in
    other words.
    """
    said = understood(column_map)
    labels = {field: (_title(titles, field, title),) for field, title in said.titles.items()}
    if base:
        return _replaced(base, labels, said)
    if not any(field in labels for field in NUMBERS):
        raise Unreadable("--map names no figure; say at least which column is cost or conversions.")
    traffic = said.traffic or (Traffic.PAID if Field.COST in labels else None)
    if not traffic:
        raise Unreadable(
            "--map names no cost: add --map traffic=paid or --map traffic=organic, for visits that "
            "nobody was paid for."
        )
    return Platform(
        name=said.platform or OWN_TABLE,
        traffic=traffic,
        labels=labels,
        known_by=(tuple(label for (label,) in labels.values()),),
        exact=frozenset(labels),
    )


def _replaced(base: Platform, labels: Mapping[Field, tuple[str]], said: _Said) -> Platform:
    """Return a known platform of which some columns are others; a named event goes with its own."""
    moved = {
        field
        for field, (label,) in labels.items()
        if plain(label) not in base.labels.get(field, ())
    }
    kept = {
        field: known
        for field, known in base.labels.items()
        if field is not Field.EVENT or Field.CONVERSIONS not in moved
    }
    return Platform(
        name=said.platform or base.name,
        traffic=said.traffic or base.traffic,
        labels={**kept, **labels},
        known_by=base.known_by,
        total=base.total,
        total_without_name=base.total_without_name,
        micros=base.micros - moved,
        new_block=base.new_block,
        exact=frozenset(labels),
        prepared=base.prepared,
        footer=base.footer,
        any_kind=() if Field.CONVERSIONS in moved else base.any_kind,
    )


def _title(titles: Sequence[object], field: Field, wanted: str) -> str:
    """Return a title of the file as it is compared in full."""
    found = _named(titles, wanted)
    if not found:
        listed = [str(title).strip() for title in titles if str(title or "").strip()]
        raise Unreadable(
            f'no column is called "{wanted}", which --map gives for {field}; '
            f"the titles are: {told(listed)}.{_near(wanted, listed)}"
        )
    if len(found) > 1:
        named = " or ".join(f'"{title}"' for title in sorted(found))
        raise Unreadable(f'"{wanted}", given for {field}, may be {named}; write it in full.')
    return found.pop()


def _named(titles: Sequence[object], wanted: str) -> set[str]:
    """Return the titles that are meant: in full, else without the currency that they name."""
    full = {folded(title) for title in titles}
    if folded(wanted) in full:
        return {folded(wanted)}
    return {folded(title) for title in titles if plain(title) == folded(wanted)}


def _word(word: str) -> str:
    """Return a word of a map in its usual form: "Ad_group" is ad group, "value" its long name."""
    key = " ".join(word.replace("_", " ").casefold().split())
    if key not in _WORDS:
        raise Unreadable(
            f"--map {word.strip()}=…: there is no such field; the fields are "
            f"{', '.join(_WORDS)}.{_near(key, _WORDS)}"
        )
    return str(_FIELDS.get(key, key))


def _traffic(word: str) -> Traffic:
    if word.casefold() not in TRAFFICS:
        raise Unreadable(f"--map traffic={word}: write paid or organic.")
    return TRAFFICS[word.casefold()]


def _near(word: str, words: Sequence[str]) -> str:
    by_fold = {folded(each): each for each in words}
    close = get_close_matches(folded(word), by_fold, n=1)
    return f' Did you mean "{by_fold[close[0]]}"?' if close else ""
