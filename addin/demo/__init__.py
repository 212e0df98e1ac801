"""Sample exports of a shop that does not exist, in the exact shapes of the platforms' files.

They tell one story. In the last complete month money moved from Google to Meta, which is dearer,
and Meta's largest campaign got a little worse: a conversion costs more than in the month before.
One campaign is far too dear, one is cheap and was cut, one is too small to judge; one day's
budget was overspent; the conversions of the last days are not all in.
"""

from datetime import date
from pathlib import Path

from addin.demo.campaigns import Account
from addin.demo.figures import campaign_days, of_account
from addin.demo.ga4 import ga4
from addin.demo.google_ads import google_ads
from addin.demo.meta_ads import meta_ads
from addin.demo.microsoft_ads import microsoft_ads
from addin.demo.other_costs import bills, other_costs
from addin.demo.story import story_to
from addin.demo.visits import visits
from workbook_templates.writing.package import write_file


def make_exports(folder: Path, last_day: date, *, replace: bool = False) -> list[Path]:
    """Write the exports of the 120 days up to a day, and return their paths.

    The folder is made if it is missing. Raises FileExistsError where a file would be replaced
    without being asked, or a link followed out of the folder, before anything is written, and
    ValueError for a day that no export names. Equal days give equal bytes.
    """
    files = _files(last_day)
    paths = [folder / name for name in files]
    for path in paths:
        if path.is_symlink() or (path.exists() and not replace):
            raise FileExistsError(path)
    folder.mkdir(parents=True, exist_ok=True)
    for path, content in zip(paths, files.values(), strict=True):
        write_file(content, path, replace=replace)
    return paths


def _files(last_day: date) -> dict[str, bytes]:
    """Return the content of each file by its name."""
    story = story_to(last_day)
    ads = campaign_days(story)
    google, meta, microsoft = (of_account(ads, account) for account in Account)
    return {
        "google-ads.csv": google_ads(google, story),
        "meta-ads.xlsx": meta_ads(meta, story),
        "microsoft-ads.csv": microsoft_ads(microsoft, story),
        "ga4.csv": ga4(visits(story, ads), story),
        "other-costs.csv": other_costs(bills(story)),
    }
