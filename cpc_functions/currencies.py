"""The currencies that an amount may name, by code or by symbol."""

_LISTED = (
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP "
    "BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP "
    "GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR "
    "KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK "
    "MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR "
    "SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH "
    "UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW"
)
_CODES = frozenset(_LISTED.split())
_DOLLARS = "USD AUD CAD NZD SGD HKD TWD MXN ARS CLP COP UYU BBD BMD BSD BZD FJD JMD KYD TTD"
_SYMBOLS = {
    "$": _DOLLARS, "us$": "USD", "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD",
    "nz$": "NZD", "s$": "SGD", "hk$": "HKD", "nt$": "TWD", "mx$": "MXN", "r$": "BRL",
    "$us": "USD", "$ca": "CAD", "$au": "AUD", "$mx": "MXN", "$nz": "NZD", "$sg": "SGD",
    "$hk": "HKD", "br$": "BRL", "uk£": "GBP", "eg£": "EGP", "nkr": "NOK",
    "skr": "SEK", "dkr": "DKK",
    "€": "EUR", "£": "GBP EGP", "£gb": "GBP", "¥": "JPY CNY", "￥": "JPY CNY", "円": "JPY",
    "jp¥": "JPY", "元": "CNY", "cn¥": "CNY", "₹": "INR", "rs": "INR PKR LKR NPR MUR", "₽": "RUB",
    "руб": "RUB", "р": "RUB", "₺": "TRY", "tl": "TRY", "₩": "KRW", "원": "KRW", "₪": "ILS",
    "zł": "PLN", "kč": "CZK", "ft": "HUF", "lei": "RON", "leu": "RON", "лв": "BGN", "₴": "UAH",
    "грн": "UAH", "฿": "THB", "₫": "VND", "đ": "VND", "rp": "IDR", "rm": "MYR", "₱": "PHP",
    "fr": "CHF", "sfr": "CHF", "kr": "NOK SEK DKK ISK", "r": "ZAR", "ر.س": "SAR", "ج.م": "EGP",
    "د.إ": "AED", "﷼": "IRR SAR", "nok": "NOK", "sek": "SEK", "dkk": "DKK", "eur": "EUR",
    "euro": "EUR", "usd": "USD", "gbp": "GBP", "chf": "CHF", "pln": "PLN", "inr": "INR",
}  # fmt: skip


def currencies(word: str) -> frozenset[str]:
    """Return the codes of the currencies that a word may mean; none for any other word.

    "kr" is three currencies and "$" is twenty: what names them is kept open, never guessed.
    Codes count in capitals only, because "all 5" and "top 5" are no amounts.
    """
    if word in _CODES:
        return frozenset((word,))
    return frozenset(_SYMBOLS.get(word.lower().rstrip("."), "").split())
