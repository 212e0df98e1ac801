"""The platforms whose exports are read, one file each: the table of contents."""

from addin.exports.platform import Platform
from addin.exports.platforms.ad_reporting import AD_REPORTING
from addin.exports.platforms.amazon import AMAZON
from addin.exports.platforms.api import API_TABLES
from addin.exports.platforms.ga4 import GA4
from addin.exports.platforms.google_ads import GOOGLE_ADS, GOOGLE_ADS_CONVERTED
from addin.exports.platforms.linkedin import LINKEDIN
from addin.exports.platforms.meta import META
from addin.exports.platforms.microsoft import MICROSOFT
from addin.exports.platforms.pinterest import PINTEREST
from addin.exports.platforms.search_console import SEARCH_CONSOLE
from addin.exports.platforms.snapchat import SNAPCHAT
from addin.exports.platforms.tiktok import TIKTOK
from addin.exports.platforms.tracker import TRACKER

PLATFORMS: tuple[Platform, ...] = (
    GOOGLE_ADS,
    GOOGLE_ADS_CONVERTED,
    MICROSOFT,
    META,
    LINKEDIN,
    TIKTOK,
    *AMAZON,
    PINTEREST,
    SNAPCHAT,
    GA4,
    SEARCH_CONSOLE,
    AD_REPORTING,
    *TRACKER,
    *API_TABLES,
)
