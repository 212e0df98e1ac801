"""Google Search Console: organic clicks, never conversions."""

from addin.exports.platform import Field, Platform, Traffic

SEARCH_CONSOLE = Platform(
    name="Google Search Console",
    traffic=Traffic.ORGANIC,
    labels={
        Field.DATE: ("date",),
        Field.KEYWORD: ("top queries", "query"),
        Field.IMPRESSIONS: ("impressions",),
        Field.CLICKS: ("clicks",),
    },
    known_by=(
        ("top queries", "clicks", "position"),
        ("top pages", "clicks", "position"),
        ("date", "clicks", "impressions", "ctr", "position"),
    ),
)
