"""The hidden columns of the Keywords sheet: what suggestions, checks and lists are made from."""

from cpc_functions.catalogue import Unit
from workbook_templates.bids.advice import Advice, words
from workbook_templates.edition import Edition
from workbook_templates.sheet import Answer


def hidden(edition: Edition) -> list[Answer]:
    """Return what the suggestions and the lists of the Overview need."""
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
            *(_key("{keyword}", "{campaign}", "{match}"), 12),
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


def _key(*parts: str) -> str:
    """Return a key without the signs that MATCH reads as wildcards."""
    key = '&" | "&'.join(parts)
    for sign, alike in (("~", "∼"), ("*", "∗"), ("?", "？")):
        key = f'SUBSTITUTE({key},"{sign}","{alike}")'
    return f'IF({parts[0]}="","",LEFT({key},250))'
