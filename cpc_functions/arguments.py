"""The words of the catalogue: what each argument means and accepts, said once."""

from typing import Annotated

from cpc_functions.cells import Cell, Rows
from cpc_functions.parameter import Arg, Unit

FRACTION_CURE = "write 0.3 or 30 %, not 30"
CREDIT_CURE = "net credits against the spend that they belong to"

COST = Arg("What the paid traffic cost.", Unit.MONEY, at_least=0, cure=CREDIT_CURE)
CONVERSIONS = Arg("Conversions of one kind that the cost brought.", Unit.COUNT, at_least=0)

Cost = Annotated[float, COST]
Conversions = Annotated[float, CONVERSIONS]
Events = Annotated[
    float, Arg("What was bought: leads, calls, contacts, installs.", Unit.COUNT, at_least=0)
]
Clicks = Annotated[float, Arg("Clicks on the ads.", Unit.COUNT, at_least=0)]
Impressions = Annotated[float, Arg("Times the ads were shown.", Unit.COUNT, at_least=0)]
Orders = Annotated[float, Arg("Number of orders.", Unit.COUNT, at_least=0)]
Customers = Annotated[
    float, Arg("How many of the conversions became customers.", Unit.COUNT, at_least=0)
]
Revenue = Annotated[
    float, Arg("What the conversions were worth; refunds may make it negative.", Unit.MONEY)
]

PaidCost = Annotated[
    float, Arg("What the paid traffic cost.", Unit.MONEY, at_least=0, table="paid")
]
PaidConversions = Annotated[
    float, Arg("Conversions of the paid traffic.", Unit.COUNT, at_least=0, table="paid")
]
OrganicCost = Annotated[
    float,
    Arg("What was spent on organic work: SEO, content.", Unit.MONEY, at_least=0, table="costs"),
]
OrganicConversions = Annotated[
    float, Arg("Conversions of the organic traffic.", Unit.COUNT, at_least=0, table="organic")
]

CPCValue = Annotated[float, Arg("Cost per conversion.", Unit.MONEY, at_least=0)]
TargetCPC = Annotated[float, Arg("The cost per conversion to aim at.", Unit.MONEY, at_least=0)]
PositiveTarget = Annotated[
    float, Arg("The cost per conversion to compare with.", Unit.MONEY, above=0)
]
OrderValue = Annotated[float, Arg("What one conversion brings in.", Unit.MONEY, at_least=0)]
OtherCost = Annotated[
    float, Arg("Other cost of one conversion: freight, fees.", Unit.MONEY, at_least=0)
]
Margin = Annotated[
    float,
    Arg(
        "Share of the revenue that is left after the goods are paid.",
        Unit.FRACTION,
        at_least=0,
        at_most=1,
        cure=FRACTION_CURE,
    ),
]
ProfitShare = Annotated[
    float,
    Arg(
        "Share of the gross profit that is to stay.",
        Unit.FRACTION,
        at_least=0,
        at_most=1,
        cure=FRACTION_CURE,
    ),
]
ConversionRate = Annotated[
    float,
    Arg(
        "Conversions per click.",
        Unit.FRACTION,
        at_least=0,
        at_most=1,
        cure="write 0.03 or 3 %, not 3",
    ),
]

Confidence = Annotated[
    float,
    Arg(
        "How often intervals made this way hold the true figure; 0.95 when left out.",
        Unit.FRACTION,
        above=0,
        below=1,
        cure="write 0.95 or 95 %, not 95",
    ),
]
Alpha = Annotated[
    float,
    Arg(
        "Share of false alarms that is accepted.",
        Unit.FRACTION,
        above=0,
        below=1,
        cure="write 0.05 or 5 %, not 5",
    ),
]
Power = Annotated[
    float,
    Arg(
        "Chance to see a difference that is there.",
        Unit.FRACTION,
        above=0,
        below=1,
        cure="write 0.8 or 80 %, not 80",
    ),
]
Dispersion = Annotated[
    float,
    Arg("Variance of the counts over Poisson's, as DISPERSION gives it.", Unit.RATIO, at_least=1),
]
PriorConversions = Annotated[
    float,
    Arg("Conversions known beforehand, as pseudo-counts; 0.5 is Jeffreys.", Unit.COUNT, above=0),
]
PriorCost = Annotated[
    float, Arg("The cost that brought the conversions known beforehand.", Unit.MONEY, at_least=0)
]

Key = Annotated[str, Arg("What to group by: campaign, channel, keyword.", Unit.TEXT)]
Day = Annotated[float, Arg("Day of the row.", Unit.DATE, at_least=61, below=2958466)]
Criterion = Annotated[Cell, Arg('What to match, as in SUMIFS: "brand*", ">=100".', Unit.TEXT)]
Cells = Annotated[Rows, Arg("A range, read as it stands.", Unit.RANGE)]
