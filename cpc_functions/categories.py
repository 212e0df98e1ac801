"""Which costs are the cost of generating paid traffic: the visible default, line by line.

A cost is paid when a third party was paid for placing the ad or sending the visitor. Other work
brings conversions too, but nobody was paid for the visit itself: its cost is shown, not divided.
"""

from typing import NamedTuple

from cpc_functions.cells import Cell, CellError, ErrorCode, Rows, is_blank, shown, text


class Verdict(NamedTuple):
    """Whether a cost counts as conversion cost, and why."""

    counts: bool
    reason: str


PLACED = Verdict(
    counts=True, reason="A third party was paid for placing the ad or sending the visitor."
)
UNPAID = Verdict(
    counts=False,
    reason="Nobody was paid for the visit: organic work, shown beside the paid figure.",
)
POLICY = Verdict(
    counts=False,
    reason="Work around the ads, not traffic: left out unless your rules say otherwise.",
)


class Category(NamedTuple):
    """A kind of cost, the verdict on it and its other names."""

    name: str
    verdict: Verdict
    also: tuple[str, ...] = ()


CATEGORIES = (
    Category(
        "paid search",
        PLACED,
        (
            "search ads",
            "ppc",
            "sem",
            "google ads",
            "microsoft ads",
            "microsoft advertising",
            "bing ads",
            "paid media",
            "paid search ads",
            "paid ads",
            "google-annonser",
            "betalt søk",
            "søkeannonser",
        ),
    ),
    Category("shopping ads", PLACED, ("shopping", "google shopping", "shoppingannonser")),
    Category(
        "display ads",
        PLACED,
        ("display", "banner ads", "programmatic", "remarketing", "retargeting", "displayannonser"),
    ),
    Category(
        "paid social",
        PLACED,
        (
            "social ads",
            "social media ads",
            "paid social media",
            "facebook-annonser",
            "meta ads",
            "facebook ads",
            "instagram ads",
            "linkedin ads",
            "tiktok ads",
            "snapchat ads",
            "pinterest ads",
            "reddit ads",
            "x ads",
            "twitter ads",
            "betalt sosiale medier",
            "betalt some",
            "betalte sosiale medier",
            "annonser i sosiale medier",
        ),
    ),
    Category(
        "paid video",
        PLACED,
        (
            "video ads",
            "youtube ads",
            "paid video (youtube)",
            "youtube paid ads",
            "videoannonser",
            "youtube-annonser",
        ),
    ),
    Category("native ads", PLACED, ("native", "sponsored content", "innholdsannonser")),
    Category(
        "influencer placement",
        PLACED,
        ("paid influencer", "paid influencer placement", "influencer", "betalt influencer"),
    ),
    Category("affiliate commission", PLACED, ("affiliate", "affiliates", "affiliateprovisjon")),
    Category(
        "newsletter placement",
        PLACED,
        ("paid newsletter", "paid newsletter placement", "newsletter ads", "betalt nyhetsbrev"),
    ),
    Category(
        "marketplace ads",
        PLACED,
        ("amazon ads", "marketplace", "retail media", "markedsplassannonser"),
    ),
    Category(
        "seo specialist",
        UNPAID,
        (
            "seo",
            "seo agency",
            "organic search",
            "organic traffic",
            "organic",
            "organisk",
            "organisk søk",
            "search engine optimization",
            "søkemotoroptimalisering",
            "seo-spesialist",
        ),
    ),
    Category("seo tools", UNPAID, ("seo-verktøy",)),
    Category("expert blogger", UNPAID, ("blogger", "blog", "blogging", "ekspertblogger", "blogg")),
    Category(
        "content",
        UNPAID,
        (
            "content marketing",
            "blog content",
            "blog/content",
            "copywriting",
            "innhold",
            "innholdsmarkedsføring",
        ),
    ),
    Category(
        "organic social",
        UNPAID,
        (
            "organic social media",
            "social media marketer",
            "organic social staff",
            "social media manager",
            "organiske sosiale medier",
            "sosiale medier-ansvarlig",
        ),
    ),
    Category("pr", UNPAID, ("public relations", "press")),
    Category(
        "own newsletter",
        UNPAID,
        ("newsletter", "email marketing", "eget nyhetsbrev", "nyhetsbrev", "e-postmarkedsføring"),
    ),
    Category("referral", UNPAID, ("referrals", "henvisning")),
    Category("agency fee", POLICY, ("agency", "byråhonorar", "byrå")),
    Category("ad production", POLICY, ("creative production", "annonseproduksjon")),
    Category("tracking tools", POLICY, ("tracking", "analytics tools", "sporingsverktøy")),
    Category(
        "landing page work",
        POLICY,
        ("landing page", "landing pages", "landing-page work", "landingsside", "landingssider"),
    ),
    Category(
        "media staff salaries",
        POLICY,
        (
            "salaries",
            "marketing salaries",
            "salary",
            "salaries of paid-media staff",
            "lønn",
            "lønn, medieteam",
        ),
    ),
)

_YES = ("true", "yes", "ja", "sann", "x")
_NO = ("false", "no", "nei", "usann", "")


def plain(category: str) -> str:
    """Return a category as it is compared: case, hyphens and doubled spaces do not count."""
    return " ".join(category.replace("-", " ").replace("_", " ").casefold().split())


_COUNTS = {
    plain(name): category.verdict.counts
    for category in CATEGORIES
    for name in (category.name, *category.also)
}


def counts_by(rules: Rows | None) -> dict[str, bool]:
    """Return whether each category counts: the default table, overridden by the user's rules.

    Rules have the category in the first column and TRUE or FALSE in the second; a first row
    that says neither is the header, blank rows are passed over. Raises #VALUE! for others.
    """
    if rules is None:
        return _COUNTS
    own = {}
    for place, row in enumerate(rules, 1):
        if len(row) < 2:
            raise CellError(
                ErrorCode.VALUE,
                "rules: two columns are needed, the category and TRUE or FALSE.",
            )
        category, verdict = row[0], _truth(row[1])
        if is_blank(category):
            continue
        if isinstance(category, CellError):
            raise category
        if verdict is not None:
            own[plain(text(category, "rules"))] = verdict
        elif place > 1 or len(rules) == 1:
            raise CellError(
                ErrorCode.VALUE,
                f"rules, row {place}: expected TRUE or FALSE, found {shown(row[1])}.",
            )
    return {**_COUNTS, **own}


def counts(category: str, rules: dict[str, bool]) -> bool:
    """Return whether a cost of this category counts; #N/A for one that no rule names."""
    try:
        return rules[plain(category)]
    except KeyError:
        raise CellError(
            ErrorCode.NA,
            f"category: {shown(category)} is in no rule; add it to your rules with TRUE or FALSE.",
        ) from None


def _truth(cell: Cell) -> bool | None:
    if isinstance(cell, bool) or cell in (0, 1):
        return bool(cell)
    if isinstance(cell, CellError):
        raise cell
    word = "" if cell is None else str(cell).strip().casefold()
    return True if word in _YES else False if word in _NO and word else None
