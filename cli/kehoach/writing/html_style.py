"""The style sheet of a printable page, made from the figures of a standard."""

from base64 import b64encode
from collections.abc import Iterator

from kehoach.shipped import shipped
from kehoach.standards.layout import Margins, Style
from kehoach.standards.standard import Standard
from kehoach.tree import Element
from kehoach.writing.glyphs import fonts, metrics

FACES = {"regular": "", "bold": "font-weight:bold", "italic": "font-style:italic"}
BOTH = "bold_italic"


def style_sheet(standard: Standard, duplex: bool, counts: int = 1) -> str:
    """The whole style sheet: faces, sheets, elements, and what is the same in every standard.

    *counts* is how many times pages are counted from one: the document, and each annex.
    """
    fixed = (shipped("templates") / "html" / "sheet.css").read_text(encoding="utf-8")
    pages = *_pages(standard, duplex), *_counts(standard, counts)
    return "\n".join((*_faces(standard), *pages, fixed, *_elements(standard)))


def class_of(role: Element) -> str:
    """The class of the paragraphs of *role*."""
    return role.value.replace("_", "-")


def _faces(standard: Standard) -> Iterator[str]:
    for face, look in (*FACES.items(), (BOTH, f"{FACES['bold']};{FACES['italic']}")):
        data = b64encode((fonts() / f"{standard.fonts.pdf}-{face}.ttf").read_bytes()).decode()
        source = f"src:url(data:font/ttf;base64,{data})"
        yield f'@font-face{{font-family:"{standard.fonts.pdf}";{source};{look}}}'
    yield f'body{{font-family:"{standard.fonts.docx}","{standard.fonts.pdf}",serif}}'


def _pages(standard: Standard, duplex: bool) -> Iterator[str]:
    page, number = standard.page, standard.page_number
    sheet = f"{page.width}mm {page.height}mm"
    # A count that shows nothing before the first page that has a number.
    yield '@counter-style nothing{system:cyclic;symbols:"\\200b";suffix:""}'
    first = page.first_numbered
    yield f"@counter-style folio{{system:extends decimal;range:{first} infinite;fallback:nothing}}"
    look = f'font:{number.size}pt "{standard.fonts.docx}","{standard.fonts.pdf}",serif'
    top = f"@top-center{{content:counter(page,folio);{look};vertical-align:top;padding-top:{page.header}mm}}"
    yield f"@page{{size:{sheet};margin:{_margins(page.front)};{top}}}"
    yield f"@page sideways{{size:{page.height}mm {page.width}mm}}"
    if duplex:
        yield f"@page :left{{margin:{_margins(page.back)}}}"
    yield f".sheet{{width:{page.width}mm;min-height:{page.height}mm;padding:{_margins(page.front)}}}"
    yield f".sideways{{page:sideways;width:{page.height}mm;min-height:{page.width}mm}}"


def counted(count: int, sideways: bool) -> str:
    """The class of the sheets of the *count*-th count of pages, none for the first, which the browser counts."""
    return "" if count < 2 else f"count-{count}{'-sideways' * sideways}"


def _counts(standard: Standard, counts: int) -> Iterator[str]:
    """Named pages with a counter of their own: browsers cannot set that of all pages back."""
    page = standard.page
    for count in range(2, counts + 1):
        for sideways, sheet in ((False, (page.width, page.height)), (True, (page.height, page.width))):
            name, (across, down) = counted(count, sideways), sheet
            number = f"@top-center{{content:counter(count-{count},folio)}}"
            yield f"@page {name}{{size:{across}mm {down}mm;counter-increment:count-{count};{number}}}"
            yield f".{name}{{page:{name}}}"


def _margins(margins: Margins) -> str:
    return f"{margins.top}mm {margins.right}mm {margins.bottom}mm {margins.left}mm"


def _elements(standard: Standard) -> Iterator[str]:
    columns = standard.columns
    for role, style in standard.elements.items():
        yield f".{class_of(role)}{{{_look(style)}}}"
        if style.rule:
            yield f".{class_of(role)}-rule{{border-top:{style.rule}pt solid;margin-top:{style.rule_gap}pt}}"
    yield from (f"h{level}{{{_look(standard.rung(level))}}}" for level in range(1, 7))
    beside, above = columns.box_padding
    yield f".box{{border:{columns.box_line}pt solid;padding:{above}mm {beside}mm}}"
    yield f".grid{{width:100%;margin-bottom:{columns.table_after}pt}}"
    yield f".grid td,.grid th{{border:{columns.grid_line}pt solid;padding:0 {columns.cell_padding}mm}}"
    yield f".foot{{margin-top:{columns.foot_before}pt}}"


def _look(style: Style) -> str:
    height = f"{style.exact}pt" if style.exact else f"{style.line * metrics()['line']:.4f}"
    parts = {
        "font-size": f"{style.size}pt",
        "font-weight": "bold" * style.bold,
        "font-style": "italic" * style.italic,
        "text-decoration": "underline" * style.underline,
        "text-transform": "uppercase" * style.caps,
        "text-align": style.align,
        "text-indent": f"{style.indent}mm" if style.indent else "",
        "padding-left": f"{style.left}mm" if style.left else "",
        "line-height": height,
        "margin": f"{style.before}pt 0 {style.after}pt",
        "break-after": "avoid" * style.keep_next,
        "break-inside": "avoid" * style.keep_together,
    }
    return ";".join(f"{name}:{value}" for name, value in parts.items() if value)
