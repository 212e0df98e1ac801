"""Which costs count as the cost of a conversion."""

from math import fsum
from typing import Annotated

from cpc_functions.arguments import Cost
from cpc_functions.catalogue import Arg, Column, Example, Unit, udf
from cpc_functions.cells import ErrorCode, Rows

Category = Annotated[str, Arg("What the money was spent on: paid search, SEO.", Unit.TEXT)]
Rules = Annotated[
    Rows,
    Arg("Your own rules: category and TRUE or FALSE, in two columns.", Unit.RANGE),
]


@udf(
    unit=Unit.LOGICAL,
    examples=[
        Example(("paid search",), True, "the definition: a third party was paid for the visit"),
        Example(([["Google Ads"], ["SEO"]],), [[True], [False]], "as above"),
        Example(("Agency fee", [["agency fee", True]]), True, "the rule given"),
        Example((None,), ErrorCode.NA),
        Example(("office party",), ErrorCode.NA),
    ],
)
def cost_counts(category: Category, rules: Rules | None = None) -> bool:
    """Return whether a cost of this category is the cost of generating paid traffic.

    TRUE where a third party was paid for placing the ad or sending the visitor: search,
    shopping, display, social, video, native and marketplace ads, paid influencer and newsletter
    placements, affiliate commission. FALSE for organic work (SEO, blogging, content, organic
    social, PR, the own newsletter, referral) and, unless your rules say otherwise, for work
    around the ads (agency fee, production, tracking, landing pages, salaries).

    Errors: #N/A for a category that no rule names, because guessing would move money; #VALUE!
    for a rule that says neither TRUE nor FALSE.

    Source: the definition: conversion cost is the cost of generating paid traffic.
    """
    from cpc_functions.cost_rules import counts, counts_by

    return counts(category, counts_by(rules))


@udf(
    unit=Unit.MONEY,
    examples=[
        Example(([[1000], [400]], [["paid search"], ["seo"]]), 1000.0),
        Example(([[1000], [400]], [["paid search"], ["seo"]], [["SEO", True]]), 1400.0),
        Example(([["Cost"], [1000], [None]], [["Category"], ["display"], [None]]), 1000.0),
        Example(([[1000], [400]], [["paid search"], ["party"]]), ErrorCode.NA),
    ],
)
def cost_counted(
    cost: Column[Cost], category: Column[Category], rules: Rules | None = None
) -> float:
    """Return the sum of the costs that count as the cost of generating paid traffic.

    Errors: #N/A when a category is in no rule, naming it; #VALUE! for ranges of different
    sizes or text among the numbers; #NUM! for a negative cost.

    Source: the definition, as COST_COUNTS.
    """
    from cpc_functions.cost_rules import counts, counts_by

    known = counts_by(rules)
    return fsum(spent for spent, word in zip(cost, category, strict=True) if counts(word, known))
