"""What a channel is called in a report: the platform, and its kind of campaign if said."""

from collections.abc import Callable, Iterable

from addin.exports.platforms import PLATFORMS
from addin.exports.platforms.ad_reporting import AD_REPORTING
from addin.exports.platforms.tracker import PAID
from addin.summary import Sums

MOST_CHANNELS = 30
SINGLE = {platform.name for platform in PLATFORMS} - {AD_REPORTING.name, PAID.name}


def namer(parts: Iterable[Sums]) -> Callable[[Sums], str]:
    """Return what names the channel of sums; beyond thirty names the platform alone is named.

    Tables that hold many platforms name each as the channel: those of the user among them.
    """

    def whole(part: Sums) -> str:
        if part.channel and part.platform in SINGLE:
            return f"{part.platform}: {part.channel}"
        return part.channel or part.platform

    def platform(part: Sums) -> str:
        return part.platform if part.platform in SINGLE else part.channel or part.platform

    many = len({whole(part) for part in parts}) > MOST_CHANNELS
    return platform if many else whole
