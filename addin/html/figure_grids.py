"""Tables of costs per conversion: by channel, by month, by campaign, and what changed."""

from collections.abc import Sequence
from math import fsum

from addin.html.grid import Grid, Head
from addin.html.intervals import Label
from workbook_templates.report import changed
from workbook_templates.report.numerals import NONE
from workbook_templates.report.tables import Change, Figure
from workbook_templates.report.words import Words


def named(words: Words, f: Figure) -> str:
    """Return the name of a figure, or that it has none."""
    return f.name or words.edition.word("(blank)")


def interval(words: Words, f: Figure) -> str:
    """Return the limits of a figure; without a conversion, what one costs at least."""
    _ = words.edition.say
    if f.low is None:
        return NONE
    if f.high is None:
        return _("at least {low}").format(low=words.amount(f.low))
    return _("{low} to {high}").format(low=words.amount(f.low), high=words.amount(f.high, f.low))


def label(words: Words, f: Figure, name: str) -> Label:
    """Return what stands at a figure in a chart."""
    text = words.amount(f.cpc) if f.cpc is not None else interval(words, f)
    about = f"{name}: {words.amount(f.cpc)} ({interval(words, f)})"
    return Label(name, text, about)


def figures(
    words: Words,
    captions: tuple[str, str],
    listed: Sequence[Figure],
    total: Figure,
    extra: float,
) -> Grid:
    """Return a table of figures with their shares of the total.

    The captions are that of the table and that of its first column; `extra` is the part of the
    total's cost that belongs to none of the figures.
    """
    _ = words.edition.say

    def cells(f: Figure, name: str) -> list[str]:
        return [
            name,
            words.amount(f.cost),
            words.count(f.clicks),
            words.count(f.conversions),
            words.share_of(f.cost, total.cost),
            words.share_of(f.conversions, total.conversions),
            words.amount(f.cpc),
            interval(words, f),
        ]

    rest = []
    if words.rounded(extra, total.cost):
        share = words.share_of(extra, total.cost)
        other = _("Other costs that count")
        rest = [[other, words.amount(extra, total.cost), NONE, NONE, share, NONE, NONE, NONE]]
    return Grid(
        captions[0],
        [
            Head(captions[1], "text"),
            Head(_("Cost")),
            Head(_("Clicks"), "number minor"),
            Head(_("Conversions")),
            Head(_("Share of cost"), "number minor"),
            Head(_("Share of conversions"), "number minor"),
            Head(_("Cost per conversion")),
            Head(_("{sure} interval").format(sure=words.share(0.95))),
        ],
        [*(cells(f, named(words, f)) for f in listed), *rest],
        cells(total, _("All paid")),
    )


def parts(words: Words, change: Change) -> Grid:
    """Return both periods of each channel, with its parts of the change."""
    _ = words.edition.say
    like = 1.0 if change.ratio is None else changed.before(change.parts)
    sums = [fsum(column) for column in zip(*(part[1:] for part in change.parts), strict=True)]

    def cells(name: str, figures: Sequence[float]) -> list[str]:
        cost0, won0, cost1, won1, mix, efficiency = figures
        return [
            *(name, words.amount(cost0), words.count(won0), words.amount(cost1)),
            *(words.count(won1), *(words.signed_amount(x, like) for x in (mix, efficiency))),
        ]

    return Grid(
        _("What changed"),
        [
            Head(_("Channel"), "text"),
            Head(_("Cost, earlier")),
            Head(_("Conv., earlier")),
            Head(_("Cost, later")),
            Head(_("Conv., later")),
            Head(_("Mix")),
            Head(_("Efficiency")),
        ],
        [cells(part.channel, part[1:]) for part in change.parts],
        cells(_("All paid"), sums) if sums else (),
    )
