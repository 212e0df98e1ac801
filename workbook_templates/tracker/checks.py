"""The data checks of the report: what was found, how much it concerns, and the cure."""

from workbook_templates.checks import Check, check_grid
from workbook_templates.edition import Edition
from workbook_templates.figures import exactly
from workbook_templates.page import Grid
from workbook_templates.sheet import Sheet
from workbook_templates.tracker.filled import CAMPAIGN_ROOM
from workbook_templates.tracker.row_checks import doubtful, lost
from workbook_templates.tracker.sums import KNOWN_RULE


def checks(edition: Edition, paid: Sheet, organic: Sheet, costs: Sheet) -> Grid:
    """Declare the checks of the tracker's sheets."""
    return check_grid(
        edition,
        (
            *lost(edition, paid, organic, costs),
            *doubtful(edition, paid),
            *_channels(edition),
            *rules(edition),
            _campaigns(edition, paid),
            *choices(edition),
            _young(edition),
        ),
    )


def _channels(edition: Edition) -> list[Check]:
    """Return the checks of rows against the channels of Settings."""
    _ = edition.say
    return [
        Check(
            _("Paid rows whose channel is not on the list"),
            'COUNTIFS(paid_cost,">0")-SUMPRODUCT((by_channel_name<>"")*'
            f'COUNTIFS(paid_cost,">0",paid_channel,{exactly("by_channel_name")}))',
            "ROUND(media_cost-SUM(by_channel_cost),6)",
            _("They are in the total. Correct the name, or add the channel in Settings."),
        ),
        Check(
            _("Channels that are listed twice"),
            _twice("channels_name"),
            "",
            _("The second is left out of the report. Keep one of them in Settings."),
        ),
    ]


def rules(edition: Edition) -> list[Check]:
    """Return the checks of costs against the rules of Settings."""
    _ = edition.say
    category = exactly("rules_category")
    return [
        Check(
            _("Costs whose category no rule names"),
            f'COUNTIFS(costs_cost,">0")-SUMPRODUCT({KNOWN_RULE}*'
            f'COUNTIFS(costs_cost,">0",costs_category,{category}))',
            "unplaced_cost",
            _("They are in no paid figure. Choose a category, or add a rule in Settings."),
        ),
        Check(
            _("Categories with two rules"),
            _twice("rules_category"),
            "",
            _("Their costs are summed twice. Leave one rule for each category in Settings."),
        ),
    ]


def _twice(names: str) -> str:
    """Return how many names of a list stand in it a second time."""
    listed = f'SUMPRODUCT(({names}<>"")*COUNTIF({names},{exactly(names)}))'
    return f'({listed}-SUMPRODUCT(--({names}<>"")))/2'


def _campaigns(edition: Edition, paid: Sheet) -> Check:
    _ = edition.say
    return Check(
        _("More than 200 campaigns"),
        f"MAX(0,COUNT({paid.whole('first')})-{CAMPAIGN_ROOM})",
        "",
        _("The rest are in every total, but not in the list of campaigns."),
    )


def choices(edition: Edition) -> list[Check]:
    """Return the checks of what was chosen in Settings."""
    _ = edition.say
    return [
        Check(
            _("The period ends before it begins, or has no first month"),
            "--OR(N(first_month)<=0,period_end<period_start)",
            "",
            _("Nothing is counted. Write the first month in Settings, and a last day after it."),
        ),
        Check(
            _("A target that is not a number above 0"),
            '--AND(target<>"",N(target)<=0)',
            "",
            _("No verdict is given. Write the target in Settings as a number."),
        ),
        Check(
            _("A confidence that is not between 0 and 100%"),
            "--(confidence<>wanted_confidence)",
            "",
            _("95% is used instead. Correct it in Settings."),
        ),
        Check(
            _("Target above break-even"),
            "IF(N(target)*N(breakeven)=0,0,--(target>breakeven))",
            "",
            _("A conversion at target loses money. Lower the target in Settings."),
        ),
    ]


def _young(edition: Edition) -> Check:
    _ = edition.say
    young = 'paid_date,">"&exported_on-conversion_window,paid_date,"<"&period_end+1'
    return Check(
        _("Days that are younger than the conversion window"),
        f'IF(N(exported_on)=0,0,COUNTIFS(paid_cost,">0",{young}))',
        f"IF(N(exported_on)=0,0,SUMIFS(paid_cost,{young}))",
        _("Conversions may still come in: their cost per conversion looks too high."),
    )
