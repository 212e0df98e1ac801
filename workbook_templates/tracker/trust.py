"""How far to trust the report: method and limits."""

from workbook_templates.edition import Edition
from workbook_templates.figures import sentence, shown
from workbook_templates.page import Text


def grade(edition: Edition) -> list[Text]:
    """Declare the grade of the paid figure."""
    _ = edition.say
    told = sentence(
        _("{count} conversions, graded {grade}: the high limit is {factor} times the low."),
        count=_counted("paid_converted"),
        grade="paid_grade",
        factor=shown("paid_figure_high/paid_figure_low"),
    )
    return [Text(f'=IF(N(paid_figure_high)=0,"",{told})', lines=1, strong=True)]


def spread(edition: Edition) -> list[Text]:
    """Declare how much more the months differ than chance alone makes them."""
    _ = edition.say
    wide = sentence(
        _(
            "Between months, the variance is {spread} times what chance alone gives: there is more "
            "to it than chance, and the intervals are narrower than the truth."
        ),
        spread=shown("spread", 1),
    )
    calm = sentence(_("Between months, the variance is hardly more than chance alone gives."))
    return [Text(f'=IF(spread="","",IF(spread>1.5,{wide},{calm}))', lines=1)]


def _counted(count: str) -> str:
    """Return the formula of a count in a sentence: 4,546.88, 13.5, and a whole number as such."""
    exact = f"ROUND({count},2)"
    decimals = f"IF({exact}=ROUND({count},0),0,IF({exact}=ROUND({count},1),1,2))"
    return f"FIXED({count},{decimals})"


def method(edition: Edition) -> list[Text]:
    """Declare what the intervals cover, and what they do not."""
    _ = edition.say
    return [
        Text(
            _(
                "Every figure is a ratio of sums, never an average of ratios. The interval is the "
                "exact one for a Poisson count (Garwood 1936): cost is known, conversions are "
                "counted and could by chance have been more or fewer."
            )
        ),
        Text(
            _(
                "It covers chance alone. It does not cover how the platform credits conversions, "
                "conversions that come in late, a season, or a campaign picked because it looked "
                "good. Looking every day until a verdict appears makes it wrong more often."
            )
        ),
        Text(
            _(
                "Each verdict is one test. Among twenty months or campaigns that do not differ at "
                "all, one looks different at 95%: believe one that you expected, or that stays."
            )
        ),
        Text(
            _(
                "What a conversion may cost depends on trade, product and funnel. There is no "
                "figure that is good for everyone; compare with your own target and break-even."
            )
        ),
    ]
