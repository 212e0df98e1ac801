"""The Overview sheet of the bid workbook: what to stop, to lower and to raise, and why."""

from workbook_templates.bids import charts
from workbook_templates.bids.account import count
from workbook_templates.bids.cards import four_cards
from workbook_templates.bids.checks import keyword_checks
from workbook_templates.bids.tables import WITH_COST, by_quality, by_suggestion, listed
from workbook_templates.edition import Edition
from workbook_templates.figures import sentence, shown
from workbook_templates.page import Charts, Heading, Page, PageBreak, Text
from workbook_templates.sheet import Sheet


def overview(edition: Edition, keywords: Sheet) -> Page:
    """Declare the sheet over the Keywords sheet."""
    _ = edition.say
    return Page(
        title=_("Overview"),
        lead=_("Everything here follows from Keywords and Settings: change a row, and it changes."),
        blocks=(
            Text("=" + _summary(edition), lines=1, strong=True),
            four_cards(edition),
            Heading(_("What to do, by suggestion")),
            by_suggestion(edition),
            Charts((charts.costs(edition), charts.intervals(edition)), lines=15),
            PageBreak(),
            Heading(_("Stop: the ten that cost most")),
            listed(edition, keywords, "to_stop"),
            Heading(_("Lower: the ten that cost most")),
            listed(edition, keywords, "to_lower"),
            Heading(_("Room to raise: the ten that cost most")),
            listed(edition, keywords, "to_raise"),
            PageBreak(),
            Heading(_("By quality score")),
            Text("=" + _quality(edition), lines=1, strong=True),
            by_quality(edition),
            Text(
                _(
                    "Quality Score is a diagnostic of 1 to 10, not what enters the auction. Across "
                    "accounts it explained about one per cent of the differences in cost per "
                    "conversion (R² = 0.012, Baadsgaard 2017): raising it promises no lower price."
                ),
                quiet=True,
            ),
            Heading(_("Data checks")),
            keyword_checks(edition, keywords),
            Heading(_("How far to trust this")),
            *_method(edition),
        ),
    )


def _summary(edition: Edition) -> str:
    _ = edition.say
    told = sentence(
        _("{count} keywords with cost. Amounts in {currency}. Bids are per click."),
        count=count(WITH_COST),
        currency="currency",
    )
    look = sentence(
        _(" {count} of the data checks below ask for a look."),
        count="SUMPRODUCT(--(check_found>0))",
    )
    nothing = f'"{_("Paste your keywords into the Keywords sheet, and the answers stand here.")}"'
    return f'IF(account_cost>0,{told}&IF(SUMPRODUCT(--(check_found>0))>0,{look},""),{nothing})'


def _quality(edition: Edition) -> str:
    _ = edition.say
    told = sentence(
        _("Quality score of the account, weighted: {score}."),
        score=shown("account_quality", 1),
    )
    return f'IF(account_quality="","",{told})'


def _method(edition: Edition) -> list[Text]:
    _ = edition.say
    return [
        Text(
            _(
                "The interval of a cost per conversion is the exact one for a Poisson count "
                "(Garwood 1936). The stop line is one-sided: P(no conversion) = exp(−spend / "
                "target), so 3.0 targets at 95 %. Less spend without a conversion proves nothing."
            )
        ),
        Text(
            _(
                "The maximum bid is target × conversion rate. The safe bid puts a low quantile of "
                "the rate's beta posterior in its place, so that few clicks give a careful bid. "
                "The bid to set is the lesser of the two. Where no current bid is given, what "
                "clicks cost stands in for it."
            )
        ),
        Text(
            _(
                "A stop is told before anything else. Of hundreds of keywords some will look dear "
                "by chance alone: at 95 % about one in forty on each side. Conversions that are "
                "still to come in make every keyword look too dear. One conversion for several "
                "clicks, or several for one, breaks the safe bid."
            )
        ),
        Text(
            _(
                "A higher bid also buys other, often dearer clicks: the rate seen so far need not "
                "hold. Change in steps and look again. Automated bidding takes a target, not bids."
            )
        ),
    ]
