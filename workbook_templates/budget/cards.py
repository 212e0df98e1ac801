"""The suggestion in words, and the three figures that are read from afar."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.edition import Edition
from workbook_templates.figures import percent, sentence, shown
from workbook_templates.page import Card, Cards

PERIOD = 'IF(period="","{word}",period)'
FROM, TO = "INDEX(channel_name,move_from)", "INDEX(channel_name,move_to)"


def suggested(edition: Edition) -> str:
    """Return the formula of the suggestion: a move, a step to try, or an invitation."""
    _ = edition.say
    parts = {
        "period": PERIOD.format(word=_("period")),
        "currency": "currency",
        "channel": "INDEX(channel_name,trial_line)",
        "step": shown("trial_step", 0),
        "periods": "INDEX(channel_periods,trial_line)",
    }
    move = sentence(
        _(
            "Move {amount} {currency} per {period} from {source} to {target}: about {net} more "
            "conversions per {period} for the same money, and at least {least}."
        ),
        **parts,
        amount=shown("moved", 0),
        source=FROM,
        target=TO,
        net=shown("move_net", 1),
        least=shown("move_least", 1),
    )
    unknown = sentence(
        _(
            "Cannot tell yet which move pays: the intervals overlap, or nothing may move. Try "
            "{step} {currency} more per {period} in {channel}, over {periods} periods."
        ),
        **parts,
    )
    single = sentence(
        _(
            "No channel has two levels of spend yet, so nothing is known of the next conversion. "
            "Try {step} {currency} more per {period} in {channel}, over {periods} periods."
        ),
        **parts,
    )
    invited = f'"{_("Fill in the Steps sheet, and the suggestion stands here.")}"'
    return (
        f'IF(move_told=1,{move},IF(trial_line="",{invited},'
        f"IF(COUNT(pace_gain)=0,{single},{unknown})))"
    )


def three_cards(edition: Edition) -> Cards:
    """Declare the average over all channels, the move, and what it brings."""
    _ = edition.say
    dash = figures.NO_FIGURE
    return Cards(
        [
            Card(
                _("Cost per conversion now"),
                Unit.MONEY,
                f'IF(total_cpc="","{dash}",total_cpc)',
                "=" + _interval(edition),
                _("The average over all channels, at the spend where they stand now."),
            ),
            Card(
                _("Suggested move per period"),
                Unit.MONEY,
                f'IF(moved="","{dash}",moved)',
                "=" + _way(edition),
                _("Told only when the marginal intervals of two channels do not overlap."),
            ),
            Card(
                _("More conversions per period"),
                Unit.COUNT,
                f'IF(move_net="","{dash}",ROUND(move_net,2))',
                "=" + _least(edition),
                _("Expected from the move, for the same total spend."),
            ),
        ]
    )


def _interval(edition: Edition) -> str:
    _ = edition.say
    digits = edition.formats.digits
    told = sentence(
        _("{sure} % interval: {low} to {high}"),
        sure=percent("confidence"),
        low=shown("total_low", digits),
        high=shown("total_high", digits),
    )
    least = sentence(_("No conversion yet: at least {low}"), low=shown("total_low", digits))
    nothing = f'"{_("Fill in the Steps sheet.")}"'
    return f"IF(ISNUMBER(total_high),{told},IF(ISNUMBER(total_low),{least},{nothing}))"


def _way(edition: Edition) -> str:
    _ = edition.say
    told = sentence(_("{source} to {target}"), source=FROM, target=TO)
    return f'IF(move_told=1,{told},"{_("Cannot tell yet.")}")'


def _least(edition: Edition) -> str:
    _ = edition.say
    told = sentence(_("At least {least}"), least=shown("move_least", 2))
    return f'IF(move_told=1,{told},"{_("Cannot tell yet.")}")'
