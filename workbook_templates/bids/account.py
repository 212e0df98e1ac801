"""The account as a whole: which rows are in its sums, its figures, and the settings in use."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.bids.advice import yes_no
from workbook_templates.edition import Edition
from workbook_templates.formula import native
from workbook_templates.page import Field

SUMMED = ("cost", "clicks", "conversions")
SURENESS = 0.8
# Not "=0": rows below the table have no mark, and are in the totals.
NO_TEXT = 'keywords_text,"<>1"'


def total(key: str, *criteria: str) -> str:
    """Return the sum of a column over the rows whose cost, clicks and conversions are no text."""
    return f"SUMIFS({','.join((f'keywords_{key}', NO_TEXT, *criteria))})"


def count(*criteria: str) -> str:
    """Return how many of the rows that are summed match."""
    return f"COUNTIFS({','.join((NO_TEXT, *criteria))})"


def unless_negative(cost: str, conversions: str, formula: str) -> str:
    """Return the formula of a figure that a refund larger than the cost does not have."""
    return f'IF(MIN(N({cost}),N({conversions}))<0,"",{formula})'


def in_use(edition: Edition) -> list[Field]:
    """Return the settings as they are used: what cannot be is replaced by what is usual."""
    _ = edition.say
    sureness = f"IF(N(wanted_sureness)<=0,{SURENESS},IF(wanted_sureness>=1,{SURENESS},"
    buffer = "IF(N(wanted_buffer)<0,0,IF(N(wanted_buffer)>=1,0,N(wanted_buffer)))"
    listed = (
        (
            *("confidence", _("Confidence")),
            _("As in Settings; 95 % where that cell is empty or impossible."),
            figures.valid_confidence("wanted_confidence"),
        ),
        (
            *("sureness", _("Sureness of the safe bid")),
            _("As in Settings; 80 % where that cell is empty or impossible."),
            f"{sureness}wanted_sureness))",
        ),
        (
            *("buffer", _("Buffer")),
            _("As in Settings; 0 % where that cell is empty or impossible."),
            buffer,
        ),
    )
    return [
        Field(name, label, Unit.FRACTION, what, formula=formula)
        for name, label, what, formula in listed
    ]


def replaced() -> str:
    """Return how many settings are not used as they are given."""
    return (
        "(N(wanted_confidence)<>confidence)+(N(wanted_sureness)<>sureness)"
        "+IF(ISTEXT(wanted_buffer),1,--(N(wanted_buffer)<>buffer))"
    )


def account(edition: Edition) -> list[Field]:
    """Return cost, clicks and conversions of all keywords, and what follows from them."""
    _ = edition.say
    rate = native("CVR", conversions="account_conversions", clicks="account_clicks")
    limits = [
        native(
            "CVR_CI",
            cell=cell,
            conversions="account_conversions",
            clicks="account_clicks",
            confidence="confidence",
        )
        for cell in (0, 1)
    ]
    sane = "AND(account_clicks>0,account_conversions>=0,account_conversions<=account_clicks)"
    totals = (
        ("cost", _("Cost"), Unit.MONEY),
        ("clicks", _("Clicks"), Unit.WHOLE),
        ("conversions", _("Conversions"), Unit.COUNT),
    )
    sums = ("account_cost", "account_conversions")
    costs = (
        ("account_cpc", _("Cost per conversion"), figures.figure(*sums)),
        ("account_low", _("Low"), figures.low(*sums)),
        ("account_high", _("High"), figures.high(*sums)),
    )
    return [
        *(
            Field(
                *(f"account_{key}", label, unit),
                _("Sum of the column, without rows whose numbers are text."),
                formula=total(key),
            )
            for key, label, unit in totals
        ),
        *(
            Field(name, label, Unit.MONEY, "", formula=unless_negative(*sums, formula))
            for name, label, formula in costs
        ),
        *(
            Field(
                *(name, label, Unit.FRACTION, what),
                formula=f'IF({sane},{formula},"")',
                shown=edition.formats.rate,
            )
            for name, label, what, formula in (
                ("account_cvr", _("Conversion rate"), _("Conversions over clicks."), rate),
                ("account_cvr_low", _("Low"), _("Wilson's interval."), limits[0]),
                ("account_cvr_high", _("High"), _("Wilson's interval."), limits[1]),
            )
        ),
    ]


def beyond(edition: Edition) -> list[Field]:
    """Return the keywords at or past the stop line, and what they cost beyond it."""
    _ = edition.say
    yes, _no = yes_no(edition)
    spent = f'SUMIFS(keywords_cost,keywords_stop,"{yes}")'
    return [
        Field(
            *("stopped_keywords", _("Keywords past the line"), Unit.WHOLE),
            _("Spend at or above the stop line, without a conversion."),
            formula=f'COUNTIF(keywords_stop,"{yes}")',
        ),
        Field(
            *("beyond_stop", _("Spent beyond the line"), Unit.MONEY),
            _("Their cost less the line for each."),
            formula=(
                f'IF(OR(N(stop_line)<=0,account_cost<=0),"",{spent}-stopped_keywords*stop_line)'
            ),
        ),
    ]


def prior(edition: Edition) -> list[Field]:
    """Return the prior: half a conversion in one click is Jeffreys', where no weight is given."""
    _ = edition.say
    used = "AND(N(prior_weight)>0,N(account_cvr)>0,N(account_cvr)<1)"
    return [
        Field(
            *("prior_cvr", _("Rate"), Unit.FRACTION),
            _("Of the account, where Settings give it a weight; otherwise Jeffreys' prior."),
            formula=f"IF({used},account_cvr,0.5)",
            shown=edition.formats.rate,
        ),
        Field(
            *("prior_clicks", _("Clicks it is worth"), Unit.COUNT),
            _("The weight in Settings, or one click."),
            formula=f"IF({used},prior_weight,1)",
        ),
    ]
