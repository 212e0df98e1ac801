"""What `cpc --help` and the help of each command say."""

HELP = """\
Cost per conversion: total cost over conversions, never cost per click.

\b
cpc fn CPC 1200 48     a worksheet function, here: 25.0
cpc fn --help          how it is called, with ranges and files
cpc new tracker        a workbook to fill in, which calculates in any spreadsheet
cpc report FILES       from exports of ad platforms to a report with findings
cpc inspect FILE       what an ad platform's export says, and what is in doubt
cpc demo               a report on made-up exports, to look around
"""

REPORT = """\
Make a report on exports of ad platforms and analytics: a workbook, a page or JSON.

\b
cpc report google.csv meta.xlsx ga4.csv -o report.xlsx
cpc report *.csv --format html     one page with charts, for any browser
cpc report *.csv --json            everything, for another program
cpc report old.csv new.csv         where they overlap, the later file counts
cpc report 'ads/*.parquet'         as many rows as there are

Paid conversions are those of the ad platforms, organic ones those of the analytics. What is
in doubt is told in the report; what may be read in two ways is refused, with the option that
decides it. The files are only read; an existing report is left, unless --force is given.

\b
Exit code: 0  made
           2  not made; the reason is on stderr
"""

CHECK = """\
Say what would make the figures of exports wrong: totals among the rows, days that are missing,
conversions without cost, a tracking that stopped. The files are only read.

\b
cpc check google.csv meta.xlsx
cpc check tracker.xlsx --lang nb --json

The checks are those of the report. Each finding names the file, the line and what to do.

\b
Exit code: 0  checked
           2  not read; the reason is on stderr
"""

DEMO = """\
Make sample exports of three ad platforms and Google Analytics, and the report on them.

Everything is made up; the files have the exact shapes of real exports. They lie in the folder
cpc-demo, or the one that is given with -o.

\b
Exit code: 0  made
           2  not made; the reason is on stderr
"""

INSPECT = """\
Say what an export of an ad platform is and what it says; the file is not changed.

The platform is recognised by the titles of the columns, whatever the file is called: CSV in
any encoding, XLSX, or a zip of CSVs. Numbers and dates are proved by their column; what may
be read in two ways is refused, with the option that decides it.

\b
cpc inspect own.csv --map "cost=Spend (USD)" --map date=Day --map conversions=Orders

A table that no platform writes, or another column than the platform's own, is read by --map:
what the title is of date, channel, campaign, cost, clicks, conversions, value, and so on;
platform=NAME and traffic=paid or organic say what it is. It is remembered in cpc-columns.toml
in this folder, for the next file with the same titles.

\b
Exit code: 0  read
           2  not read; the reason is on stderr
"""

NEW = """\
Make a workbook to fill in: tracker, ab-test, bids or budget.

\b
cpc new tracker --sample           a year of made-up data, to look around
cpc new tracker --lang nb -o kpk.xlsx
                                   an empty one, in Norwegian
cpc new tracker --currency EUR --from 2026-07 --months 6

It holds no macros and no add-in function: it calculates in Excel, in LibreOffice, on a Mac
and on the web. An existing file is left as it is, unless --force is given.

\b
Exit code: 0  made
           2  not made; the reason is on stderr
"""

FN = """\
Call a worksheet function.

\b
cpc fn CPC 1200 48                 25.0
cpc fn CPC "100;300" "2;8"         ranges, one cell per row: 40.0
cpc fn CPC ads.csv:Cost ads.csv:Conversions
                                   columns of a file, by their headers
cpc fn CPC_CHECK ads.csv           a whole file, for what reads a range
cpc fn CPC_CI 50000 20 --json      a row or a table, as JSON
cpc fn CPC                         the function's page, with examples
cpc fn --list                      every function

A cell is a number (1234.56), TRUE, FALSE, "" for blank, an error such as "#N/A", a date
(2026-03-04) where one is expected, and text otherwise. Files are .csv, .tsv or .txt, in
UTF-8, UTF-16 or Windows-1252, parted by comma, semicolon or tab; numbers that are written
otherwise than 1234.56 need --locale.

On a terminal a table is drawn, with six significant digits. Into a pipe or a file it goes
as tab-separated lines with every digit.

\b
Exit code: 0  an answer
           1  an error cell, such as #DIV/0!; its reason is on stderr
           2  the call could not be read
"""
