"""The reference document that gives pandoc the styles, lists, header and page of a standard."""

from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from kehoach.shipped import shipped
from kehoach.standards.standard import Standard
from kehoach.tree import Block, Element, Letterhead
from kehoach.writing.letterhead import longest_line, widths
from kehoach.writing.ooxml import element, part, twips
from kehoach.writing.sections import Section
from kehoach.writing.word_lists import numbering
from kehoach.writing.word_styles import Indents, styles

HEADER = "rId90"
# The way in which Word lays pages out since 2013; a file that names none opens as one of 2007.
WORD, WORD_MODE = "http://schemas.microsoft.com/office/word", 15
FIRST_DATE = (1980, 1, 1, 0, 0, 0)


def parts_folder() -> Path:
    """The folder of the parts that are the same in every Word document of ours."""
    return shipped("templates") / "docx"


def reference(standard: Standard, page: list[Section], duplex: bool) -> bytes:
    """The reference document for a document with the sections *page*, the same bytes every time."""
    made = {
        "word/document.xml": part("document", [element("body", section_end(standard, page[-1]))]),
        "word/header1.xml": part("hdr", [_page_number()]),
        "word/numbering.xml": numbering(standard),
        "word/settings.xml": part("settings", _settings(duplex)),
        "word/styles.xml": styles(standard, indents(standard, (b for one in page for b in one.blocks))),
    }
    fixed = ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels")
    files = {name: (parts_folder() / name).read_text(encoding="utf-8") for name in fixed} | made
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, text in files.items():
            archive.writestr(ZipInfo(name, FIRST_DATE), text)
    return out.getvalue()


def section_end(standard: Standard, section: Section) -> str:
    """The properties of *section*: sheet, margins, header, and whether its pages are counted anew."""
    page = standard.page
    across, down = (page.height, page.width) if section.landscape else (page.width, page.height)
    margins = element(
        "pgMar",
        top=twips(page.front.top),
        right=twips(page.front.right),
        bottom=twips(page.front.bottom),
        left=twips(page.front.left),
        header=twips(page.header),
        footer=twips(page.header),
        gutter=0,
    )
    orientation = "landscape" if section.landscape else None
    return element(
        "sectPr",
        element("headerReference", type="default", r_id=HEADER),
        element("pgSz", w=twips(across), h=twips(down), orient=orientation),
        margins,
        element("pgNumType", start=1) * section.starts,
        element("titlePg") * section.starts,
    )


def indents(standard: Standard, blocks: Iterator[Block]) -> Indents:
    """How far (mm) what is ruled or framed in the letterhead is set in, so that the line is as long as the words."""
    found: dict[Element, float] = {}
    for letterhead in (block for block in blocks if isinstance(block, Letterhead)):
        for column, side in zip(widths(letterhead, standard), (letterhead.left, letterhead.right), strict=True):
            found |= {one.role: max(0.0, (column - longest_line(one, standard, column)) / 2) for one in side}
    return found


def _page_number() -> str:
    marks = (element("fldChar", fldCharType=kind) for kind in ("begin", "separate", "end"))
    begin, separate, end = (element("r", mark) for mark in marks)
    field = element("r", element("instrText", "PAGE"))
    return element("p", element("pPr", element("pStyle", val="PageNumber")), begin, field, separate, end)


def _settings(duplex: bool) -> Iterator[str]:
    yield from chain(
        [element("zoom", percent=100)],
        [element("mirrorMargins")] * duplex,
        [element("defaultTabStop", val=720), element("characterSpacingControl", val="doNotCompress")],
        [element("compat", element("compatSetting", name="compatibilityMode", uri=WORD, val=WORD_MODE))],
    )
