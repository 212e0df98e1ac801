"""What changed from one period to the next, told in sentences."""

from collections.abc import Callable, Sequence
from math import fsum
from operator import attrgetter

from workbook_templates.edition import Edition
from workbook_templates.report.numerals import Numerals
from workbook_templates.report.tables import Change, Part

BY_CHANCE = 0.05  # from this p-value on, a change is told as one that chance may have made


def before(parts: Sequence[Part]) -> float:
    """Return the earlier cost per conversion. Raises ZeroDivisionError without conversions."""
    return fsum(part.cost_before for part in parts) / fsum(
        part.conversions_before for part in parts
    )


def after(parts: Sequence[Part]) -> float:
    """Return the later cost per conversion. Raises ZeroDivisionError without conversions."""
    return fsum(part.cost_after for part in parts) / fsum(part.conversions_after for part in parts)


def told(numerals: Numerals, change: Change) -> list[str]:
    """Return what changed, how far it can be told from chance, and what it came from."""
    _ = numerals.edition.say
    if change.ratio is None:
        return [_("One of the two periods has no conversions: there is nothing to compare.")]
    sentences = [_how_far(numerals, change, change.ratio)]
    if len(change.parts) > 1:
        sentences += [_from_what(numerals, change.parts), *_largest(numerals, change.parts)]
    return sentences


def explained(edition: Edition) -> str:
    """Return what mix and efficiency are."""
    _ = edition.say
    return _(
        "Mix: the channel's share of the conversions changed, and a conversion costs more or less "
        "there than on average: a cheap channel that loses share makes the whole dearer. "
        "Efficiency: its own cost per conversion changed. A channel with conversions in one period "
        "only is all mix. All effects together are the change; they say where it sits, not what "
        "caused it."
    )


def _how_far(numerals: Numerals, change: Change, ratio: float) -> str:
    """Return by how much the cost per conversion changed, and whether that is chance."""
    _ = numerals.edition.say
    if change.p >= BY_CHANCE:
        sentence = (
            _(
                "The cost per conversion rose by {change} ({limits}), from {before} to {after}: "
                "it cannot be told from chance."
            )
            if ratio >= 0
            else _(
                "The cost per conversion fell by {change} ({limits}), from {before} to {after}: "
                "it cannot be told from chance."
            )
        )
    else:
        sentence = (
            _(
                "The cost per conversion rose by {change} ({limits}), from {before} to {after}, "
                "which is more than chance ({p})."
            )
            if ratio >= 0
            else _(
                "The cost per conversion fell by {change} ({limits}), from {before} to {after}, "
                "which is more than chance ({p})."
            )
        )
    return sentence.format(
        change=numerals.share(abs(ratio)),
        limits=numerals.changes(change.low, change.high),
        before=numerals.money(before(change.parts)),
        after=numerals.money(after(change.parts), before(change.parts)),
        p=numerals.chance(change.p),
    )


def _from_what(numerals: Numerals, parts: Sequence[Part]) -> str:
    """Return how much is mix and how much efficiency, each rounded as the tables round it."""
    _ = numerals.edition.say
    like = before(parts)
    return _(
        "Of the change of {whole}, {mix} is mix: conversions came from other channels than "
        "before. {efficiency} is efficiency: a conversion cost more or less within a channel."
    ).format(
        whole=numerals.signed(after(parts) - like, like),
        mix=numerals.signed(fsum(part.mix for part in parts), like),
        efficiency=numerals.signed(fsum(part.efficiency for part in parts), like),
    )


def _largest(numerals: Numerals, parts: Sequence[Part]) -> list[str]:
    """Return the channel with the largest part of the mix, and that of the efficiency."""
    _ = numerals.edition.say
    kinds = (
        (_("The largest part of the mix is {channel}: {amount}."), attrgetter("mix")),
        (_("The largest part of the efficiency is {channel}: {amount}."), attrgetter("efficiency")),
    )
    return [_one(numerals, sentence, parts, amount) for sentence, amount in kinds]


def _one(
    numerals: Numerals, sentence: str, parts: Sequence[Part], amount: Callable[[Part], float]
) -> str:
    """Return the channel whose amount is furthest from 0."""
    largest = max(parts, key=lambda part: abs(amount(part)))
    by = numerals.signed(amount(largest), before(parts))
    return sentence.format(channel=largest.channel, amount=by)
