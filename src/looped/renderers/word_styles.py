"""The styles of the Word file: a table of them, so that whoever edits the file changes a look in one place."""

from dataclasses import dataclass, replace
from typing import Any

from looped.renderers.palette import ACCENT, CAUTION, INK, QUIET, RULE, URGENT, WASH
from looped.renderers.word_xml import element

FONT = "Arial"


@dataclass(frozen=True)
class Look:
    """One paragraph style. Sizes and spaces in points."""

    name: str
    size: float
    bold: bool = False
    ink: str = INK
    before: float = 0
    after: float = 6
    follows: str = "Normal"
    keep: bool = False
    right: bool = False
    bar: str = ""
    bar_width: int = 24
    filled: bool = False
    indent_cm: float = 0
    lines: float = 1.15


def _note(name: str, ink: str, bar_width: int) -> tuple[Look, ...]:
    """A note's title, its text and the reason behind it: one bar at the left, one ground."""
    title = Look(f"{name} title", 10.5, bold=True, ink=ink, before=6, after=0, keep=True)
    text = Look(name, 10.5, after=10)
    explained = Look(f"{name} explained", 10.5, after=2, keep=True)
    reason = Look(f"{name} reason", 9, ink=QUIET, after=10)
    barred: dict[str, Any] = {"bar": ink, "bar_width": bar_width, "filled": True, "indent_cm": 0.4}
    return tuple(replace(look, **barred) for look in (title, text, explained, reason))


LOOKS = (
    Look("Normal", 10.5, after=6),
    Look("Body Text", 10.5, after=6),
    Look("Title", 20, bold=True, after=2, before=2),
    Look("Subtitle", 13, after=4),
    Look("Organisation", 11, bold=True, ink=QUIET, after=0),
    Look("Heading 1", 17, bold=True, before=20, after=6, keep=True),
    Look("Heading 2", 13, bold=True, before=13, after=4, keep=True),
    Look("Heading 3", 11.5, bold=True, before=12, after=4, keep=True),
    Look("Heading 4", 10.5, bold=True, before=12, after=4, keep=True),
    Look("Heading 5", 10.5, bold=True, ink=QUIET, before=10, after=4, keep=True),
    Look("Heading 6", 10.5, ink=QUIET, before=10, after=4, keep=True),
    Look("TOC Heading", 17, bold=True, after=8, keep=True),
    Look("toc 1", 10.5, after=3),
    Look("toc 2", 10.5, after=3, indent_cm=0.6),
    Look("Lead", 12.5, after=6),
    Look("Small", 9, ink=QUIET, before=3, after=10),
    Look("List Bullet", 10.5, after=3),
    Look("List Number", 10.5, after=3),
    Look("Caption", 10.5, bold=True, before=12, after=4, keep=True),
    Look("Picture", 10.5, after=4, lines=1),
    Look("Quote", 11.5, before=6, after=0, keep=True, bar=RULE, bar_width=12, indent_cm=0.6),
    Look("Quote source", 9, ink=QUIET, after=10, bar=RULE, bar_width=12, indent_cm=0.6),
    *_note("Note", ACCENT, 24),
    *_note("Note caution", CAUTION, 24),
    *_note("Note urgent", URGENT, 48),
    Look("Table head", 9.5, bold=True, before=2, after=2, lines=1),
    Look("Table head number", 9.5, bold=True, before=2, after=2, right=True, lines=1),
    Look("Table text", 9.5, before=2, after=2, lines=1),
    Look("Table number", 9.5, before=2, after=2, right=True, lines=1),
    Look("Table text total", 9.5, bold=True, before=2, after=2, lines=1),
    Look("Table number total", 9.5, bold=True, before=2, after=2, right=True, lines=1),
    Look("Header", 8.5, ink=QUIET, after=0),
    Look("Footer", 8.5, ink=QUIET, after=0),
)  # fmt: skip


def dressed(document: Any, language: str) -> None:
    """Gives a new document its page, its language and its styles."""
    from docx.shared import Cm

    page = document.sections[0]
    page.page_width, page.page_height = Cm(21.0), Cm(29.7)
    page.left_margin = page.right_margin = Cm(2)
    page.top_margin, page.bottom_margin = Cm(2.2), Cm(2)
    _language(document, language)
    for look in LOOKS:
        _style(document, look)
    _table_style(document)


def _language(document: Any, language: str) -> None:
    from docx.oxml.ns import qn

    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), language)


def _style(document: Any, look: Look) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Cm, Pt

    style = _found(document, look.name) or document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH, builtin=False)
    style.hidden, style.quick_style = False, True
    _letters(style, look)
    placed = style.paragraph_format
    placed.space_before, placed.space_after, placed.line_spacing = Pt(look.before), Pt(look.after), look.lines
    placed.keep_with_next = look.keep
    placed.alignment = WD_ALIGN_PARAGRAPH.RIGHT if look.right else WD_ALIGN_PARAGRAPH.LEFT
    if look.indent_cm:
        placed.left_indent = Cm(look.indent_cm)
    if look.name in ("Title", "Subtitle", "Header", "Footer") or look.bar:
        _border(style, look)
    if look.name in ("Header", "Footer") or look.name.startswith("toc "):
        _tab_stops(placed, dotted=look.name.startswith("toc "))


def _found(document: Any, name: str) -> Any:
    return next((style for style in document.styles if style.name.lower() == name.lower()), None)


def _letters(style: Any, look: Look) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    letters = style.font
    letters.name, letters.size, letters.bold, letters.italic = FONT, Pt(look.size), look.bold, False
    letters.color.rgb = RGBColor.from_string(look.ink.removeprefix("#").upper())
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for script in ("w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)


def _border(style: Any, look: Look) -> None:
    """A bar at the left of notes and quotes, their ground; no line under the title."""
    from docx.oxml.ns import qn

    above = style.element.get_or_add_pPr()
    for old in above.findall(qn("w:pBdr")):
        above.remove(old)
    if look.bar:
        bar = f'<w:left w:val="single" w:sz="{look.bar_width}" w:space="8" w:color="{look.bar[1:]}"/>'
        above.insert_element_before(element(f"<w:pBdr>{bar}</w:pBdr>"), *AFTER_BORDER)
    if look.filled:
        ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{WASH[1:]}"/>'
        above.insert_element_before(element(ground), *AFTER_BORDER[1:])


# The order that Word asks of a paragraph's properties, from the ground on.
AFTER_BORDER = (
    "w:shd",
    "w:tabs",
    "w:suppressAutoHyphens",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:jc",
    "w:outlineLvl",
    "w:rPr",
)


def _tab_stops(placed: Any, dotted: bool) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
    from docx.shared import Cm

    placed.tab_stops.clear_all()
    leader = WD_TAB_LEADER.DOTS if dotted else WD_TAB_LEADER.SPACES
    placed.tab_stops.add_tab_stop(Cm(17), WD_TAB_ALIGNMENT.RIGHT, leader)


def _table_style(document: Any) -> None:
    """Fine lines between rows, a strong one under the head; no bars between columns."""
    line = f'w:val="single" w:space="0" w:color="{RULE[1:]}"'
    document.styles.element.append(
        element(
            '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable"><w:name w:val="Report table"/>'
            '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/><w:qFormat/><w:tblPr><w:tblBorders>'
            f'<w:bottom {line} w:sz="4"/><w:insideH {line} w:sz="4"/></w:tblBorders>'
            '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            '<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders>'
            f'<w:bottom w:val="single" w:sz="8" w:space="0" w:color="{INK[1:]}"/>'
            "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
        )
    )
