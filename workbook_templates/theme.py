"""The only colours, fonts and lines of the workbooks.

The colours come from the palette of Okabe and Ito (2008), which people of every colour vision can
tell apart, darkened where they carry text; a test measures the contrast of each pair. No meaning
rests on a colour alone: a verdict is a word first.
"""

from dataclasses import dataclass

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

FONT = "Calibri"
INK = "1F2933"
MUTED = "52606D"
WHITE = "FFFFFF"
NAVY = "12355B"
BLUE = "0072B2"
SKY = "A9D3EE"
PALE = "EAF2F8"
ORANGE = "D55E00"
GREEN = "009E73"
GOOD = "005A8C"
BAD = "A63C00"
GOOD_FILL = "E3F0F8"
BAD_FILL = "FBEADF"
INPUT_FILL = "FFF7D6"
INPUT_LINE = "C9A227"
ANSWER_FILL = "F4F6F8"
LINE = "CBD2D9"


@dataclass(frozen=True)
class Look:
    """How a cell looks, apart from its number format."""

    size: float = 10
    bold: bool = False
    italic: bool = False
    ink: str = INK
    fill: str = ""
    top: str = ""
    bottom: str = ""
    box: str = ""
    align: str | None = None
    wrap: bool = False
    indent: int = 0
    link: bool = False

    def font(self) -> Font:
        """Return the font of the cell."""
        return Font(
            name=FONT,
            size=self.size,
            bold=self.bold,
            italic=self.italic,
            color=self.ink,
            underline="single" if self.link else None,
        )

    def pattern(self) -> PatternFill:
        """Return the background of the cell."""
        return PatternFill("solid", start_color=self.fill) if self.fill else PatternFill()

    def border(self) -> Border:
        """Return the lines around the cell."""
        if self.box:
            side = Side(style="thin", color=self.box)
            return Border(left=side, right=side, top=side, bottom=side)
        return Border(
            top=Side(style="thin", color=self.top) if self.top else None,
            bottom=Side(style="thin", color=self.bottom) if self.bottom else None,
        )

    def alignment(self) -> Alignment:
        """Return where in the cell its content stands."""
        return Alignment(
            horizontal=self.align,
            vertical="center",
            wrap_text=self.wrap,
            indent=self.indent,
        )


TITLE = Look(size=20, bold=True, ink=NAVY)
LEAD = Look(size=10, ink=MUTED, wrap=True)
HEADING = Look(size=13, bold=True, ink=NAVY, bottom=NAVY)
TEXT = Look(wrap=True)
NOTE = Look(size=9, ink=MUTED, wrap=True)
STRONG = Look(bold=True, wrap=True)
LINK = Look(ink=BLUE, link=True)
LABEL = Look(bottom=LINE)
INPUT = Look(fill=INPUT_FILL, box=INPUT_LINE)
INPUT_TEXT = Look(fill=INPUT_FILL, box=INPUT_LINE, align="left", wrap=True, indent=1)
ANSWER = Look(fill=ANSWER_FILL, bottom=LINE)
ANSWER_TEXT = Look(fill=ANSWER_FILL, bottom=LINE, align="left", indent=1)
HELP = Look(size=9, ink=MUTED, wrap=True, align="left", indent=1)
INPUT_HEADER = Look(bold=True, ink=INK, fill="F3DF9A", box=INPUT_LINE, align="center", wrap=True)
ANSWER_HEADER = Look(bold=True, ink=WHITE, fill=NAVY, box=NAVY, align="center", wrap=True)
INPUT_BAND = Look(size=9, italic=True, ink=INK, fill=INPUT_FILL)
ANSWER_BAND = Look(size=9, italic=True, ink=MUTED, fill=ANSWER_FILL)
DATA_INPUT = Look(fill="FFFBEA", box="E8DDB5")
DATA_INPUT_TEXT = Look(fill="FFFBEA", box="E8DDB5", align="left", indent=1)
DATA_TEXT = Look(fill=ANSWER_FILL, bottom=LINE, align="left", indent=1)
DATA_NUMBER = Look(fill=ANSWER_FILL, bottom=LINE, align="right")
CELL_TEXT = Look(bottom=LINE, align="left", wrap=True, indent=1)
CELL_NUMBER = Look(bottom=LINE, align="right")
TOTAL_TEXT = Look(bold=True, top=NAVY, bottom=NAVY, fill=PALE, align="left", indent=1)
TOTAL_NUMBER = Look(bold=True, top=NAVY, bottom=NAVY, fill=PALE, align="right")
CARD_TITLE = Look(size=10, bold=True, ink=NAVY, fill=PALE, align="left", indent=1)
CARD_FIGURE = Look(size=22, bold=True, ink=INK, fill=PALE, align="left", indent=1)
CARD_NOTE = Look(size=9, ink=MUTED, fill=PALE, wrap=True, indent=1, align="left")

TEXT_PAIRS = (
    *((look.ink, look.fill or WHITE) for look in (TITLE, LEAD, TEXT, LINK, LABEL, NOTE)),
    *((look.ink, look.fill) for look in (INPUT, ANSWER, INPUT_HEADER, ANSWER_HEADER)),
    *(
        (look.ink, look.fill)
        for look in (INPUT_BAND, ANSWER_BAND, TOTAL_TEXT, CARD_TITLE, CARD_NOTE)
    ),
    (GOOD, GOOD_FILL),
    (BAD, BAD_FILL),
    (MUTED, ANSWER_FILL),
)
