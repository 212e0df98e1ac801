"""Formulas of the functions that say how far a figure can be trusted."""

LOW = "{cost}/GAMMAINV((1+{confidence})/2,{conversions}+1,1)"
HIGH = "{cost}/IF({conversions}=0,0,GAMMAINV((1-{confidence})/2,{conversions},1))"

# Wilson's limits, with numerator and denominator multiplied by the clicks.
_Z = "NORMSINV((1+{confidence})/2)"
_HALF = f"{_Z}*SQRT({_Z}^2+4*{{conversions}}*(1-{{conversions}}/{{clicks}}))"
SHARE_LOW = f"MAX(0,2*{{conversions}}+{_Z}^2-{_HALF})/(2*({{clicks}}+{_Z}^2))"
SHARE_HIGH = f"MIN(1,(2*{{conversions}}+{_Z}^2+{_HALF})/(2*({{clicks}}+{_Z}^2)))"

_BECAME = {"conversions": "{customers}", "clicks": "{conversions}", "confidence": "{confidence}"}
_PER_CUSTOMER = {"cost": "{cost}", "conversions": "{customers}", "confidence": "{confidence}"}

# Days without cost expect no conversions and do not count.
_DAYS = 'COUNTIF({cost},">0")'
_WON = 'SUMIF({cost},">0",{conversions})'
_SPENT = "SUM({cost})"
_CHI_SQUARE = (
    f"SUMPRODUCT(({{cost}}>0)*({{conversions}}-{{cost}}*{_WON}/{_SPENT})^2"
    f"/({{cost}}+({{cost}}<=0)))*{_SPENT}/{_WON}"
)
SPREAD = f"IF({_DAYS}<7,NA(),IF({_WON}=0,1,MAX(1,{_CHI_SQUARE}/({_DAYS}-1))))"
_TAIL = f"NORMSDIST(-TINV(1-{{confidence}},{_DAYS}-1))"

INTERVALS: dict[str, str | tuple[str, ...]] = {
    "CPC_LOW": LOW,
    "CPC_HIGH": HIGH,
    "CPC_CI": (LOW, HIGH),
    "CPC_PROB": "IF({cost}+{prior_cost}+{conversions}=0,1/0,"
    "1-GAMMADIST(({cost}+{prior_cost})/{target},{conversions}+{prior_conversions},1,TRUE))",
    "CONV_NEEDED": "ROUNDUP((NORMSINV((1+{confidence})/2)/LN(1+{precision}))^2,0)",
    "CVR_CI": (SHARE_LOW, SHARE_HIGH),
    "CPC_CI_DAILY": (
        f"IF({_DAYS}<7,NA(),{_SPENT}/{_WON})",
        f"{_SPENT}/({SPREAD}*GAMMAINV(1-{_TAIL},{_WON}/{SPREAD}+1,1))",
        f"{_SPENT}/({SPREAD}*IF({_WON}=0,0,GAMMAINV({_TAIL},{_WON}/{SPREAD},1)))",
        SPREAD,
    ),
    "DISPERSION": SPREAD,
    "STOP_AFTER": "-{target}*LN(1-{confidence})",
    "COST_PER_CUSTOMER": (
        *("{cost}/{conversions}", LOW, HIGH),
        *("{customers}/{conversions}", SHARE_LOW.format(**_BECAME), SHARE_HIGH.format(**_BECAME)),
        *("{cost}/{customers}", LOW.format(**_PER_CUSTOMER), HIGH.format(**_PER_CUSTOMER)),
    ),
    "MAX_BID_SAFE": "{target_cpc}*BETAINV(1-{sureness},{prior_cvr}*{prior_clicks}+{conversions},"
    "(1-{prior_cvr})*{prior_clicks}+({clicks}-{conversions}))",
}
