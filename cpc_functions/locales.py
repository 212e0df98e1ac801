"""How numbers are written in each locale: what marks the decimals, and what the groups."""

from typing import NamedTuple

from cpc_functions.cells import CellError, ErrorCode, shown


class Style(NamedTuple):
    """How a locale writes numbers; " " and "'" stand for every space and every apostrophe.

    `proved` are group marks of daily use that could be taken for a foreign decimal mark: they
    count where that is impossible, because a decimal mark follows or the mark is repeated.
    `lakh` allows 12,34,567; `zero` is the zero of the locale's own digits.
    """

    decimals: str
    groups: str
    proved: str = ""
    lakh: bool = False
    zero: str = ""

    @property
    def sample(self) -> str:
        """Return a number as the locale writes it, for the sentence of an error."""
        return f"1{self.groups[0]}234{self.decimals[0]}56"


_POINT = Style(".", ",")
_LAKH = Style(".", ",", lakh=True)
_COMMA_DOT = Style(",", ". ")
_COMMA_SPACE = Style(",", " ", proved=".")
_SWISS = Style(".", "'", proved=",")

# From the Unicode CLDR; a region is listed only where it departs from its language. Spaces
# beside the dot are the ISO 80000-1 way, which no reader can mistake.
_WRITTEN = {
    _POINT: "en he ja ko ms zh es_419 es_br es_bz es_cu es_do es_gt es_hn es_mx es_ni es_pa es_pe "
    "es_pr es_sv es_us",
    _LAKH: "en_in",
    _LAKH._replace(zero="०"): "hi mr",
    _LAKH._replace(zero="০"): "bn",
    _POINT._replace(zero="๐"): "th",
    _POINT._replace(zero="٠"): "ar",
    _POINT._replace(zero="۰"): "fa",
    _COMMA_DOT: "ca da de el es hr id is it nl pt ro sl sr tr vi en_at en_be en_de en_dk en_es "
    "en_id en_it en_nl en_pl en_ro en_si fr_lu ms_bn ms_id",
    _COMMA_DOT._replace(zero="٠"): "ar_dz ar_lb ar_ly ar_ma ar_mr ar_tn",
    _COMMA_SPACE: "af bg cs et fi fr hu lt lv nb nn no pl ru sk sv uk en_cz en_fi en_fr en_hu "
    "en_no en_pt en_se en_sk en_za es_cr pt_ao pt_ch pt_cv pt_gq pt_gw pt_lu pt_mo pt_mz pt_pt "
    "pt_st pt_tl",
    _SWISS: "de_ch de_li en_ch it_ch",
    Style(",.", " '"): "fr_ch",
}
_STYLES = {name: style for style, names in _WRITTEN.items() for name in names.split()}


def style_of(locale: str) -> Style:
    """Return how a locale writes numbers; "nb_NO", "nb-no" and "nb" are the same.

    Raises CellError #VALUE! for a locale that is not known.
    """
    language, *rest = locale.strip().lower().replace("-", "_").split("_")
    script = [part for part in rest if len(part) == len("latn")]
    region = [part for part in rest if part not in script]
    well_formed = len(script) <= 1 and len(region) <= 1 and all(map(_is_region, region))
    style = _STYLES.get("_".join([language, *region])) or _STYLES.get(language)
    if style is None or not well_formed:
        raise CellError(
            ErrorCode.VALUE,
            f"locale: {shown(locale)} is not known; write the language, or the language and the "
            'country, as in "nb_NO", "en_US" or "de".',
        )
    return style


def _is_region(part: str) -> bool:
    letters = len(part) == len("NO") and part.isalpha()
    return letters or (len(part) == len("419") and part.isdigit())
