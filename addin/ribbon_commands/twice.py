"""Imported rows that show traffic which a table has already, by other names.

A platform in one row beside its campaigns, or beside its kinds of campaign; a platform's own
export beside rows of a warehouse, or typed in; visits by channel group beside those by source.
"""

from collections.abc import Mapping, Sequence
from functools import cache

from addin.channels import SINGLE
from addin.exports.grid import Cell
from addin.exports.line_kinds import filled
from addin.families import FAMILIES
from addin.ribbon_commands.refusal import Refused
from addin.ribbon_commands.row_keys import Key, name_of
from addin.ribbon_commands.session import Session
from addin.traffic import traffic_of

PLATFORMS = {name_of(platform) for platform in SINGLE}


def refuse_twice(
    session: Session,
    name: str,
    given: Mapping[Key, Sequence[Cell]],
    others: Mapping[Key, int],
    width: int,
) -> None:
    """Raise Refused for a row, new or changed, of traffic that another row of its day shows.

    `others` are the places of the rows of the table that the files do not have.
    """
    _ = session.say
    days: dict[int | str, list[Key]] = {}
    for key in others:
        days.setdefault(key[0], []).append(key)
    for key, row in given.items():
        for other in days.get(key[0], ()):
            if _same_traffic([*map(str, key[1:])], [*map(str, other[1:])]):
                raise Refused(
                    _(
                        "The files have {what} of {day}, and row {row} of the table {name} shows "
                        "the same traffic in another way, so that both would count: delete such "
                        "rows first, or choose exports of the same kind as before."
                    ).format(
                        what=", ".join(str(cell) for cell in row[1:width] if filled(cell)),
                        day=row[0],
                        row=others[other] + 1,
                        name=name,
                    )
                )


def _same_traffic(one: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether two rows of one day may be of the same traffic: channel, then campaign."""
    (channel, *campaign), (its_channel, *its_campaign) = one, other
    if channel == its_channel:
        return any(campaign) != any(its_campaign)
    platform, its_platform = (each.partition(": ")[0] for each in (channel, its_channel))
    if platform == its_platform:  # a campaign is of one kind
        alike = any(campaign) and campaign == its_campaign
        return platform in {channel, its_channel} or alike
    if _family(platform) & _family(its_platform) and PLATFORMS & {platform, its_platform}:
        return True
    both_known = traffic_of(channel) and traffic_of(its_channel)
    return bool(both_known) and (" / " in channel) != (" / " in its_channel)


@cache
def _family(platform: str) -> frozenset[str]:
    said = platform.replace("_", " ")
    return frozenset(
        name for name, words in FAMILIES.items() if any(word in said for word in words)
    )
