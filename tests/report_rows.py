"""What the made-up report is made of: campaigns, organic traffic, findings, sources."""

from datetime import date

from workbook_templates.report.findings import Check
from workbook_templates.report.left_out import Reason
from workbook_templates.report.tables import Finding, LeftOut, Source, Span

YEAR = 2026
CAMPAIGNS = (  # channel, campaign, cost by month, conversions by month, clicks per conversion
    ("Google Ads", "Brand", (21000, 20400, 22100, 21800), (168, 160, 181, 170), 11),
    ("Google Ads", "Generic – shoes", (64000, 61500, 70200, 78400), (190, 177, 205, 196), 38),
    ("Google Ads", "Shopping", (48000, 47200, 52600, 60100), (176, 181, 190, 214), 33),
    ("Meta", "Prospecting", (39000, 36800, 44500, 52000), (98, 90, 101, 104), 61),
    ("Meta", "Retargeting", (12400, 12100, 13300, 13900), (71, 66, 74, 70), 24),
    ("LinkedIn", "Webinar", (18200, 17500, 19900, 21000), (14, 11, 12, 9), 55),
    ("LinkedIn", "Lead form", (0, 0, 2600, 5200), (0, 0, 0, 0), 40),
    ("Microsoft Ads", "Brand", (3100, 2900, 3300, 3200), (21, 19, 24, 20), 12),
    ("Microsoft Ads", "Generic", (8600, 8200, 9100, 9400), (25, 22, 27, 24), 36),
)  # fmt: skip
ORGANIC = (("google / organic", 9400, 212), ("newsletter / email", 1850, 96))
FINDINGS = (
    Finding(
        Check.TOTALS_DISAGREE,
        "google-ads.csv",
        1084,
        {"field": "cost", "total": 567_900.0, "rows": 567_300.0},
    ),
    Finding(Check.NOT_COVERED, "google-ads.csv", 0, {"share": 0.963, "field": "conversions"}),
    Finding(Check.COST_WITHOUT_CONVERSIONS, "linkedin.csv", 0, {"count": 61, "cost": 7_800.0}),
    Finding(Check.YOUNG_DAYS, "", 0, {"share": 0.083, "days": 7}),
    Finding(Check.FUTURE_DATES, "meta.xlsx", 0, {"count": 2, "day": date(YEAR, 12, 4)}),
)
LEFT_OUT = (
    LeftOut("google-ads.csv", Reason.TOTAL_LINE, 3, 567_900.0, 2_208.0),
    LeftOut("ga4.csv", Reason.SEEN_BY_ANALYTICS, 12, None, 1_904.0),
    LeftOut("meta.xlsx", Reason.OUTSIDE_PERIOD, 31, 11_900.0, 42.0),
)
ALL = Span(date(YEAR, 1, 1), date(YEAR, 4, 30))
SOURCES = (
    Source("google-ads.csv", "", "Google Ads", "paid", ALL, "NOK", 363, 360, 3, 360, 0, 0),
    Source("meta.xlsx", "Raw data", "Meta Ads", "paid", ALL, "NOK", 271, 240, 0, 240, 0, 0),
    Source("linkedin.csv", "", "LinkedIn Ads", "paid", ALL, "NOK", 181, 181, 0, 181, 0, 0),
    Source("microsoft.csv", "", "Microsoft Ads", "paid", ALL, "NOK", 240, 240, 0, 240, 0, 0),
    Source("ga4.csv", "", "GA4", "paid and organic", ALL, "NOK", 20, 8, 0, 8, 0, 0),
)  # fmt: skip
