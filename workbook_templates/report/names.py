"""The names of the few things that a report sorts by, in the edition's language."""

from cpc_functions.categories import CATEGORIES
from cpc_functions.cost_rules import plain
from workbook_templates.report.findings import Severity
from workbook_templates.report.numerals import Numerals
from workbook_templates.report.tables import Action
from workbook_templates.tracker.category_names import category_name


class Names(Numerals):
    """Names severities, actions, traffic, categories of cost and columns of figures."""

    def severity(self, s: Severity) -> str:
        """Return how much a finding can move the figure, in a word."""
        _ = self.edition.say
        return {
            Severity.ERROR: _("Error"),
            Severity.WARNING: _("Warning"),
            Severity.NOTE: _("Note"),
        }[s]

    def action(self, a: Action) -> str:
        """Return what to do with a campaign, in a word."""
        _ = self.edition.say
        return {Action.CUT: _("Cut or mend"), Action.RAISE: _("Raise")}[a]

    def traffic(self, text: str) -> str:
        """Return whose visits a source speaks of; what is not known stays as it is."""
        _ = self.edition.say
        return {
            "paid": _("Paid"),
            "organic": _("Organic"),
            "paid and organic": _("Paid and organic"),
        }.get(text, text)

    def category(self, text: str) -> str:
        """Return a category of cost as Settings names it; one without a rule stays as it is."""
        for category in CATEGORIES:
            if plain(text) in map(plain, (category.name, *category.also)):
                return category_name(self.edition, category)
        return text

    def field(self, name: str) -> str:
        """Return the name of a column of figures; what is not known stays as it is."""
        _ = self.edition.say
        return {
            "cost": _("cost"),
            "impressions": _("impressions"),
            "clicks": _("clicks"),
            "sessions": _("sessions"),
            "conversions": _("conversions"),
            "value": _("conversion value"),
            "conversion value": _("conversion value"),
        }.get(name, name)
