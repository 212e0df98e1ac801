"""The sentences of a report, in the edition's language: the same on its pages and on the web."""

from dataclasses import replace
from datetime import date
from string import Formatter

from workbook_templates.report import changed
from workbook_templates.report.facts import MONEY_FIELDS, Fact, fact
from workbook_templates.report.names import Names
from workbook_templates.report.numerals import NONE, month_of
from workbook_templates.report.tables import (
    Action,
    Advice,
    Alert,
    Change,
    Figure,
    Finding,
    LeftOut,
    Span,
)


class Words(Names):
    """Tells what the tables of a report hold: each method returns finished text.

    Numbers and names come from Numerals and Names: money, count, share, change, day, month, span,
    severity, action, traffic, field.
    """

    def finding(self, f: Finding) -> tuple[str, str]:
        """Return what was found and what to do. Raises KeyError where a fact is missing."""
        sentence, advice = f.check.sentence, f.check.advice
        parsed = Formatter().parse(sentence + advice)
        facts = {name: self._fact(f, name) for _, name, _, _ in parsed if name}
        return self._marked(sentence).format_map(facts), self._marked(advice).format_map(facts)

    def verdict(self, f: Figure, target: float) -> str:
        """Return whether a figure is above or below the target, by its whole interval."""
        if f.low is not None and f.low > target:
            return self.edition.word("above target")
        if f.high is not None and f.high < target:
            return self.edition.word("below target")
        return self.edition.word("cannot tell")

    def against_target(self, f: Figure, target: float) -> str:
        """Return the verdict on the paid figure as a sentence."""
        _ = self.edition.say
        return _("Paid cost per conversion against the target of {target}: {verdict}.").format(
            target=self.money(target), verdict=self.verdict(f, target)
        )

    def alert(self, a: Alert) -> str:
        """Return what was odd about a day."""
        _ = self.edition.say
        sentence = (
            _(
                "{day}, {channel}: {cost} brought {conversions} conversions, where {expected} were "
                "to be expected. Dearer than the days before, and more so than by chance: check "
                "the tracking first."
            )
            if a.dear
            else _(
                "{day}, {channel}: {cost} brought {conversions} conversions, where {expected} were "
                "to be expected. Cheaper than the days before, and more so than by chance."
            )
        )
        told = sentence.format(
            day=self.day(a.day),
            channel=a.channel or _("all paid traffic"),
            cost=self.money(a.cost),
            conversions=self.count(a.conversions),
            expected=self.expected(a.expected),
        )
        return f"{told} {_('Its conversions still come in.')}" if a.young else told

    def reason(self, a: Advice) -> str:
        """Return why to cut or to raise a campaign, with the figures."""
        _ = self.edition.say
        if a.action is Action.RAISE:
            here = _("A conversion costs {cpc}, hardly more than {high}")
        elif a.conversions:
            here = _("A conversion costs {cpc}, hardly less than {low}")
        else:
            here = _("{cost} brought no conversion, so that one costs at least {low}")
        here = here.format(
            cost=self.money(a.cost),
            cpc=self.money(a.cost / a.conversions) if a.conversions else NONE,
            low=self.money(a.low),
            high=self.money(a.high),
        )
        against = self.money(a.against)
        if a.p is not None:
            sentence = (
                _(
                    "{here}: cheaper than the rest of the paid traffic, where it costs {against} "
                    "({p}, the number of campaigns allowed for)."
                )
                if a.action is Action.RAISE
                else _(
                    "{here}: dearer than the rest of the paid traffic, where it costs {against} "
                    "({p}, the number of campaigns allowed for)."
                )
            )
            return sentence.format(here=here, against=against, p=self.chance(a.p))
        if a.action is Action.RAISE:
            return _("{here}; the target is {against}, which is more.").format(
                here=here, against=against
            )
        return _("{here}; the target is {against}, which is less.").format(
            here=here, against=against
        )

    def weight(self, a: Advice, total: Figure) -> str:
        """Return how much of the cost and of the conversions a campaign has."""
        _ = self.edition.say
        return _("It has {cost} of the cost and {conversions} of the conversions.").format(
            cost=self.share_of(a.cost, total.cost),
            conversions=self.share_of(a.conversions, total.conversions),
        )

    def before_cutting(self) -> str:
        """Return what to look at before a campaign is cut."""
        _ = self.edition.say
        return _(
            "Look before you cut one: a campaign that finds new people costs more than one that "
            "meets them again, such as retargeting, and the second lives off the first."
        )

    def before_raising(self) -> str:
        """Return what to expect of a campaign that is raised."""
        _ = self.edition.say
        return _(
            "The figure is an average so far, and more money brings dearer conversions: raise in "
            "steps, and look again."
        )

    def left_out(self, rows: LeftOut) -> str:
        """Return why rows are in no figure."""
        return self._marked(rows.reason)

    def told(self, change: Change) -> list[str]:
        """Return what changed, how far it can be told from chance, and what it came from."""
        return changed.told(self, change)

    def mix_and_efficiency(self) -> str:
        """Return what the two parts of a change are."""
        return changed.explained(self.edition)

    def periods(self, change: Change) -> str:
        """Return which days are compared with which; Norwegian months begin a line in capitals."""
        told = f"{self.span(change.before)} → {self.span(change.after)}"
        return told[:1].upper() + told[1:]

    def short_months(self, span: Span) -> str:
        """Return which months the report does not cover whole, "" where it covers them all."""
        _ = self.edition.say
        of_first, of_last = month_of(span.first), month_of(span.last)
        if of_first == of_last:
            return ""
        begins, ends = _("{month} begins on {day}"), _("{month} ends on {day}")
        told = [
            sentence.format(month=self.month(day), day=self.day(day))
            for sentence, day, whole in (
                (begins, span.first, of_first.first),
                (ends, span.last, of_last.last),
            )
            if day != whole
        ]
        return _("Not whole months: {months}.").format(months="; ".join(told)) if told else ""

    def _marked(self, message: str) -> str:
        """Return a message that is marked where it stands, in the edition's language."""
        say = self.edition.say
        return say(message)

    def _fact(self, f: Finding, name: str) -> str:
        """Return a fact of a finding as text."""
        value = f.facts[name]
        if isinstance(value, str):
            return self.field(value) if name == "field" else value
        if isinstance(value, date):
            return self.day(value)
        kind = fact(f.check, name)
        if kind is Fact.BY_FIELD:
            kind = Fact.MONEY if f.facts["field"] in MONEY_FIELDS else Fact.COUNT
        if kind is Fact.FOREIGN:
            return replace(self, currency=str(f.facts["currency"])).money(value)
        return {
            Fact.MONEY: self.money,
            Fact.COUNT: self.count,
            Fact.SHARE: self.share,
            Fact.RATIO: self.ratio,
        }[kind](value)
