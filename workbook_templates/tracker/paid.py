"""The Paid sheet: one row per day and campaign, as the ad platforms export it."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.edition import Edition
from workbook_templates.formula import native
from workbook_templates.sheet import Answer, Input, Sheet
from workbook_templates.tracker.filled import Rows

# Fifteen digits are what a number holds: five each for the day, the campaign's first row and the
# cost in hundredths, of which stands what a prime leaves: round thousands would fall together.
# Numbers, because FREQUENCY sorts them: a MATCH for each of 5,000 rows costs LibreOffice 0.4 s.
ROW_KEY = (
    'IF({key}="","",N({date})*10^5+MATCH({key},{all_key},0)+MOD(ROUND(N({cost})*100,0),99991)/10^5)'
)


def paid(edition: Edition, rows: Rows = ()) -> Sheet:
    """Declare the sheet."""
    _ = edition.say
    ratio = 'IF(AND(ISNUMBER({{{over}}}),N({{{under}}})>0),{ratio},"")'
    clicked = native("COST_PER_CLICK", cost="{cost}", clicks="{clicks}")
    converted = native("CVR", conversions="{conversions}", clicks="{clicks}")
    return Sheet(
        table="Paid",
        title=_("Paid"),
        lead=_(
            "One row per day (or week, or month) and campaign: paste from the ad platform, or "
            "type. Leave out total lines: they would be counted twice. Only traffic that a third "
            "party was paid for belongs here."
        ),
        columns=(
            Input("date", _("Date"), Unit.DATE, _("The day the cost was charged."), 12.5),
            Input(
                *("channel", _("Channel"), Unit.TEXT),
                _("One of the channels listed in Settings."),
                *(18, "channels_name"),
            ),
            Input("campaign", _("Campaign"), Unit.TEXT, _("As named in the ad platform."), 26),
            Input(
                *("cost", _("Cost"), Unit.MONEY),
                _("What the platform charged, tax excluded, refunds netted."),
                15,
            ),
            Input("impressions", _("Impressions"), Unit.WHOLE, _("Times the ad was shown."), 14),
            Input("clicks", _("Clicks"), Unit.WHOLE, _("Clicks on the ad."), 9),
            Input(
                *("conversions", _("Conversions"), Unit.COUNT),
                _("As credited by the platform, of the event in Settings; fractions are allowed."),
                16,
            ),
            Input(
                *("value", _("Conversion value"), Unit.MONEY),
                _("What those conversions were worth. Optional."),
                18,
            ),
            Input(
                *("quality", _("Quality score"), Unit.SCORE),
                _("1 to 10, where the platform gives one. Optional."),
                12,
            ),
            Input("note", _("Note"), Unit.TEXT, _("Anything worth remembering."), 18),
            Answer(
                *("cpc", _("Cost per conversion"), Unit.MONEY),
                _("Cost over conversions. A dash is cost without a conversion: it has none."),
                *(figures.figure("{cost}", "{conversions}"), 14),
            ),
            Answer(
                *("low", _("Low"), Unit.MONEY),
                _("The true figure is hardly below this (exact Poisson interval)."),
                *(figures.low("{cost}", "{conversions}"), 13),
            ),
            Answer(
                *("high", _("High"), Unit.MONEY),
                _("The true figure is hardly above this. Without a conversion there is no limit."),
                *(figures.high("{cost}", "{conversions}"), 13.5),
            ),
            Answer(
                *("cvr", _("Conv. rate"), Unit.FRACTION),
                _("Conversions over clicks."),
                *(ratio.format(over="conversions", under="clicks", ratio=converted), 11),
                shown=edition.formats.rate,
            ),
            Answer(
                *("click_cost", _("Cost per click"), Unit.MONEY),
                _("Cost over clicks. This is not the cost per conversion."),
                *(ratio.format(over="cost", under="clicks", ratio=clicked), 12),
            ),
            Answer(
                *("verdict", _("Against target"), Unit.TEXT),
                _("Told only when the whole interval lies on one side of the target in Settings."),
                *(figures.verdict(edition, "{low}", "{high}"), 15),
                figures.verdicts(edition),
            ),
            Answer(
                *("key", _("Campaign key"), Unit.TEXT),
                _("Channel and campaign as one text, to group by."),
                *(_key("{channel}", "{campaign}"), 12),
                hidden=True,
            ),
            Answer(
                *("first", _("First row"), Unit.WHOLE),
                _("The row's number where a campaign stands for the first time."),
                *(_first(_("Campaign key")), 12),
                hidden=True,
            ),
            Answer(
                *("row_key", _("Row key"), Unit.NUMBER),
                _("Day, campaign and cost as one number, to find rows that were pasted twice."),
                *(ROW_KEY, 12),
                hidden=True,
            ),
        ),
        rows=rows,
    )


def _key(channel: str, campaign: str) -> str:
    """Return the key of a campaign; empty for a row outside the period."""
    outside = "OR(N({date})<period_start,N({date})>=period_end+1)"
    return f'IF(OR({channel}&{campaign}="",{outside}),"",{figures.key(channel, campaign)})'


def _first(title: str) -> str:
    """Return the row's number where a campaign stands for the first time."""
    row = f"ROW()-ROW(Paid[[#Headers],[{title}]])"
    return f'IF({{key}}="","",IF(MATCH({{key}},{{all_key}},0)={row},{row},""))'
