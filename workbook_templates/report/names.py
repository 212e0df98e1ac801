"""The names of the few things that a report sorts by, in the edition's language."""

from workbook_templates.report.findings import Severity
from workbook_templates.report.numerals import Numerals
from workbook_templates.report.tables import Action


class Names(Numerals):
    """Names severities, actions, traffic and columns of figures."""

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
        return {Action.STOP: _("Stop"), Action.RAISE: _("Raise")}[a]

    def traffic(self, text: str) -> str:
        """Return whose visits a source speaks of; what is not known stays as it is."""
        _ = self.edition.say
        return {
            "paid": _("Paid"),
            "organic": _("Organic"),
            "paid and organic": _("Paid and organic"),
        }.get(text, text)

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
