"""The verdict of an A/B test: a word, a sentence with its reason, and the p that it rests on."""

from cpc_functions.catalogue import Unit
from workbook_templates.ab_test.words import NEGATIVE, ratio_shown, verdicts, when_ready
from workbook_templates.edition import Edition
from workbook_templates.figures import sentence
from workbook_templates.page import Column, Grid, Row

# The interval and the ordinary p hold once, at the end of a plan. Whoever reads in between may see
# them differ from the verdict, which then rests on the p that is valid on any day.
LEAVES_OUT_1 = "(N(ratio_low)>1)+IF(ISNUMBER(ratio_high),ratio_high<1,FALSE)"


def verdict(edition: Edition) -> Grid:
    """Declare the verdict as a word and as a sentence."""
    _ = edition.say
    words = verdicts(edition)
    none = _("Neither arm has a conversion yet.")
    return Grid(
        "told",
        (
            Column(*("verdict", _("Verdict"), Unit.TEXT, 3, "verdict"), words=words),
            Column(
                *("sentence", _("In words"), Unit.TEXT, 9),
                f"IF(N(ready)=0,{_waiting(edition)},IF(conversions_a+conversions_b=0,"
                f'"{none}",{_who(edition)}&" "&{_how_much(edition)}))',
            ),
        ),
        [Row({})],
        wrap=3,
    )


def how_it_was_read(edition: Edition) -> str:
    """Return the formula of the sentence that says which p the verdict rests on."""
    _ = edition.say
    lost = _(
        "Without a plan that was reached only the p that is valid on any day could tell, and it "
        "has no meaning since the split of the cost moved."
    )
    early = _(
        "You looked before the plan was reached, or look now: the ordinary p does not hold, "
        "and the verdict rests on the p that is valid on any day."
    )
    no_plan = _(
        "There is no plan, and the result may have chosen when to stop: the verdict rests on the "
        "p that is valid on any day."
    )
    at_end = _("Read once, at the end of the plan: the verdict rests on the ordinary p.")
    any_day = f'IF(N(lost_looks)>0,"{lost}",IF(N(plan_cost)>0,"{early}","{no_plan}"))'
    return when_ready(f'IF(early=1,{any_day},"{at_end}")')


def _waiting(edition: Edition) -> str:
    """Return the formula of what stands in the way of a verdict."""
    _ = edition.say
    texts = sentence(
        _(
            "Nothing is concluded: numbers that are text were found, {days} on the Days sheet and "
            "{test} on the Test sheet. The warnings on the Test sheet say what to do."
        ),
        days="N(texts_in_days)",
        test="N(texts_in_test)",
    )
    negative = _(
        "Nothing is concluded: the cost or the conversions of an arm are negative. The warnings "
        "on the Test sheet say what to do."
    )
    invitation = _("Fill in both arms, and the verdict stands here.")
    return f'IF(N(texts)>0,{texts},IF({NEGATIVE},"{negative}","{invitation}"))'


def _who(edition: Edition) -> str:
    """Return the formula of the sentence that names the cheaper arm, or why none is named."""
    _ = edition.say
    better, _unknown, worse = verdicts(edition)
    b, a = (sentence(_("{arm} is cheaper."), arm=name) for name in ("name_b", "name_a"))
    cannot = _("It cannot be told yet which arm is cheaper.")
    before = _(
        "It cannot be told yet which arm is cheaper: before the end of a plan, the p that is "
        "valid on any day decides."
    )
    unknown = f'IF({LEAVES_OUT_1}>0,"{before}","{cannot}")'
    return f'IF(verdict="{better}",{b},IF(verdict="{worse}",{a},{unknown}))'


def _how_much(edition: Edition) -> str:
    """Return the formula of the ratio in words, with what fits the data."""
    _ = edition.say
    _better, unknown, _worse = verdicts(edition)
    low, high = ratio_shown("ratio_low"), ratio_shown("ratio_high")
    arms = {"a": "name_a", "b": "name_b"}
    most = sentence(
        _(
            "{b} has conversions and {a} none yet: a conversion costs at most {high} times as "
            "much with {b} as with {a}."
        ),
        **arms,
        high=high,
    )
    least = sentence(
        _(
            "{a} has conversions and {b} none yet: a conversion costs at least {low} times as "
            "much with {b} as with {a}."
        ),
        **arms,
        low=low,
    )
    figures = {**arms, "ratio": ratio_shown("ratio"), "low": low, "high": high}
    fits = sentence(
        _(
            "With {b} a conversion costs {ratio} times as much as with {a}; anything from {low} to "
            "{high} times fits the data."
        ),
        **figures,
    )
    at_end = sentence(
        _(
            "With {b} a conversion costs {ratio} times as much as with {a}; anything from {low} to "
            "{high} times would fit, were this the end of a plan."
        ),
        **figures,
    )
    differs = f'(verdict="{unknown}")=({LEAVES_OUT_1}>0)'
    both = f"IF({differs},{at_end},{fits})"
    return f"IF(conversions_a=0,{most},IF(conversions_b=0,{least},{both}))"
