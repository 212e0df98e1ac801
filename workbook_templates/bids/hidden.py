"""The hidden columns of the Keywords sheet: what suggestions, checks and lists are made from."""

from cpc_functions.catalogue import Unit
from workbook_templates import figures
from workbook_templates.bids.advice import Advice, words, yes_no
from workbook_templates.edition import Edition
from workbook_templates.sheet import Answer
from workbook_templates.total_lines import is_total


def hidden(edition: Edition) -> list[Answer]:
    """Return what the suggestions, the checks and the lists of the Overview need."""
    _ = edition.say
    said = words(edition)
    careful = "IF(ISNUMBER({safe_bid}),MIN(N({max_bid}),{safe_bid}),N({max_bid}))"
    paid = "IF(N({bid})>0,{bid},N({click_cost}))"
    row = f"ROW()-ROW(Keywords[[#Headers],[{_('Keyword key')}]])"
    at_stake = 'IF({{suggestion}}="{word}",N({{cost}}),"")'
    titles = (
        ("to_stop", _("Cost if stop"), Advice.STOP),
        ("to_lower", _("Cost if lower"), Advice.LOWER),
        ("to_raise", _("Cost if raise"), Advice.RAISE),
    )
    return [
        *_soundness(edition),
        Answer(
            *("careful", _("Careful bid"), Unit.MONEY),
            _("The lesser of maximum and safe bid."),
            *(careful, 12),
            hidden=True,
        ),
        Answer(
            *("paid", _("Bid or click cost"), Unit.MONEY),
            _("What a click costs at most now, as far as is known."),
            *(paid, 12),
            hidden=True,
        ),
        Answer(
            *("key", _("Keyword key"), Unit.TEXT),
            _("Keyword, campaign and match type as one text, to find repeated rows by."),
            *(f'IF({{keyword}}="","",{figures.key("{keyword}", "{campaign}", "{match}")})', 12),
            hidden=True,
        ),
        Answer(
            *("repeated", _("Repeats a row above"), Unit.WHOLE),
            _("1 where the same keyword stands above."),
            *(f'IF({{key}}="","",--(MATCH({{key}},{{all_key}},0)<{row}))', 12),
            hidden=True,
        ),
        *(
            Answer(
                *(key, title, Unit.MONEY),
                _("To list the keywords by."),
                *(at_stake.format(word=said[advice]), 12),
                hidden=True,
            )
            for key, title, advice in titles
        ),
    ]


def _soundness(edition: Edition) -> list[Answer]:
    """Return which rows have figures, which have a suggestion, and which reached the stop line."""
    _ = edition.say
    yes, no = yes_no(edition)
    counts = "{cost}", "{clicks}", "{conversions}"
    texts = ",".join(f"ISTEXT({count})" for count in counts)
    listed = (
        (
            *("total_line", _("Total line"), Unit.WHOLE),
            _("1 where the keyword is the name of a total."),
            f"IF({is_total('{keyword}')},1,0)",
        ),
        (
            *("text", _("Text for a number"), Unit.WHOLE),
            _("1 where cost, clicks or conversions are text."),
            f"IF(OR({texts}),1,0)",
        ),
        (
            *("sound", _("Sound numbers"), Unit.WHOLE),
            _("1 where cost, clicks and conversions are no text and not negative."),
            f"IF(OR({{text}}=1,MIN({','.join(counts)})<0),0,1)",
        ),
        (
            *("judged", _("May be judged"), Unit.WHOLE),
            _("1 for sound numbers, no more conversions than clicks, and no total line."),
            (
                "IF(OR({sound}=0,{total_line}=1,ISTEXT({bid}),"
                "AND(ISNUMBER({clicks}),N({conversions})>{clicks})),0,1)"
            ),
        ),
        (
            *("stop", _("Stop line reached?"), Unit.TEXT),
            _("Only for spend without a conversion: does it rule the target out?"),
            (
                "IF(OR(N(stop_line)<=0,N({cost})<=0,N({conversions})>0,{judged}=0),"
                f'"",IF({{cost}}>=stop_line,"{yes}","{no}"))'
            ),
        ),
    )
    return [
        Answer(key, title, unit, what, formula, hidden=True)
        for key, title, unit, what, formula in listed
    ]
