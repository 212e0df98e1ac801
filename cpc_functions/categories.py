"""Which costs are the cost of generating paid traffic: the visible default, line by line.

A cost is paid when a third party was paid for placing the ad or sending the visitor. Other work
brings conversions too, but nobody was paid for the visit itself: its cost is shown, not divided.
"""

from typing import NamedTuple


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
