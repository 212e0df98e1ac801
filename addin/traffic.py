"""Whether a visit was paid for, by the channel group or the source and medium of the analytics.

The groups and media are those of Google Analytics 4: "Default channel group", Analytics Help.
"""

from addin.exports.platform import Traffic

PAID_GROUPS = frozenset(
    (
        "affiliates",
        "audio",
        "cross-network",
        "display",
        "paid other",
        "paid search",
        "paid shopping",
        "paid social",
        "paid video",
    )
)
UNPAID_GROUPS = frozenset(
    (
        "ai assistant",
        "ai assistants",
        "direct",
        "email",
        "mobile push notifications",
        "organic search",
        "organic shopping",
        "organic social",
        "organic video",
        "referral",
        "sms",
    )
)
PAID_MEDIA = frozenset(
    (
        *("affiliate", "affiliates", "banner", "cpa", "cpc", "cpm", "cpv", "display"),
        *("expandable", "interstitial", "paid", "paid-search", "paid-social", "paid_search"),
        *("paid_social", "paidsearch", "paidsocial", "ppc", "retargeting"),
    )
)
UNPAID_MEDIA = frozenset(
    (
        *("(none)", "app", "e-mail", "e_mail", "email", "link", "organic", "push", "referral"),
        *("sm", "sms", "social", "social media", "social-media", "social-network"),
    )
)


def traffic_of(channel: str) -> Traffic | None:
    """Return whether a channel of the analytics was paid for; None where it cannot be told."""
    said = channel.casefold().strip()
    _, parted, medium = said.rpartition(" / ")
    paid, unpaid = (PAID_MEDIA, UNPAID_MEDIA) if parted else (PAID_GROUPS, UNPAID_GROUPS)
    name = medium if parted else said
    if name in paid:
        return Traffic.PAID
    return Traffic.ORGANIC if name in unpaid else None
