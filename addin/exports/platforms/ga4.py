"""Google Analytics 4: lines of facts that begin with #, then one or more blocks of data."""

from addin.exports.platform import Field, Platform, Traffic

GROUPS = (
    "session primary channel group (default channel group)",
    "session default channel group",
    "session default channel grouping",
    "first user primary channel group (default channel group)",
    "session source / medium",
)

GA4 = Platform(
    name="Google Analytics 4",
    traffic=Traffic.BOTH,
    labels={
        Field.DATE: ("date", "nth day"),
        Field.CHANNEL: GROUPS,
        Field.CAMPAIGN: ("session campaign",),
        Field.EVENT: ("event name",),
        Field.SESSIONS: ("sessions",),
        Field.CONVERSIONS: ("key events", "conversions"),
        Field.VALUE: ("total revenue",),
    },
    known_by=(
        *((group, "sessions") for group in GROUPS),
        *((group, "key events") for group in GROUPS),
        *((group, "conversions") for group in GROUPS),
        ("nth day",),
    ),
    new_block="#",
)
