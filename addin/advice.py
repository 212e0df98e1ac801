"""Which campaigns to cut or mend and which to raise: only where chance cannot explain it."""

from collections.abc import Sequence

from addin.brand import is_brand
from addin.figures import figure
from cpc_functions import ab_cpc_p
from workbook_templates.report.tables import Action, Advice, Figure

ERROR = 0.05
MOST = 20
NOTABLE = 1.25  # a difference that is real may still be too small to act upon


def advise(campaigns: Sequence[Figure], target: float) -> list[Advice]:
    """Return what to do with campaigns; what to cut comes first.

    Against a target: the interval lies wholly on one side of it. Without one: against all other
    paid traffic, from which it must differ by a quarter. Brand campaigns are neither raised nor
    compared with: they are cheap because people were looking for the name. One chance in twenty
    of any false advice is shared by all campaigns (Bonferroni), so that the test is stricter
    than the 95 % limits that are shown.
    """
    spent = [
        each
        for each in campaigns
        if each.cost > 0 and each.conversions >= 0 and not is_brand(each.name)
    ]
    error = ERROR / max(1, len(spent))
    found = [
        advice
        for each in spent
        if (advice := _by_target(each, target, error) if target else _by_rest(each, spent, error))
    ]
    return [
        *[each for each in found if each.action is Action.CUT][:MOST],
        *[each for each in found if each.action is Action.RAISE][:MOST],
    ]


def _by_target(each: Figure, target: float, error: float) -> Advice | None:
    wide = figure(each.name, each.cost, each.conversions, None, 1 - error)
    if wide.low is not None and wide.low > target:
        return _advice(Action.CUT, each, target, None)
    if wide.high is not None and wide.high < target:
        return _advice(Action.RAISE, each, target, None)
    return None


def _by_rest(each: Figure, spent: Sequence[Figure], error: float) -> Advice | None:
    cost = sum(other.cost for other in spent) - each.cost
    won = sum(other.conversions for other in spent) - each.conversions
    if cost <= 0 or won <= 0:
        return None
    against, p = cost / won, ab_cpc_p(cost, won, each.cost, each.conversions)
    if p >= error:
        return None
    chance = min(1.0, p * len(spent))
    if each.low is not None and each.low > against * NOTABLE:
        return _advice(Action.CUT, each, against, chance)
    if each.high is not None and each.high < against / NOTABLE:
        return _advice(Action.RAISE, each, against, chance)
    return None


def _advice(action: Action, each: Figure, against: float, p: float | None) -> Advice:
    return Advice(
        action,
        each.channel,
        each.name,
        each.cost,
        each.conversions,
        each.low or 0.0,
        each.high,
        against,
        p,
    )
