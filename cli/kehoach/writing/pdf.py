"""A PDF/A file from the tree, set by Typst inside the process."""

import json
from dataclasses import asdict, replace

from kehoach.errors import KehoachError, MissingProgram
from kehoach.shipped import shipped
from kehoach.standards.standard import Standard
from kehoach.tree import Document
from kehoach.writing.glyphs import fonts, metrics, refuse_missing
from kehoach.writing.sections import sections
from kehoach.writing.typst_tree import typst_tree

# Fixed, so that the same document gives the same bytes.
EPOCH = 315532800


def pdf(document: Document, standard: Standard, duplex: bool = False) -> bytes:
    """*document* in the form of *standard* as PDF/A-2u, in the shipped font only; the same bytes every time."""
    refuse_missing(document.blocks)
    stretches = sections(document.blocks, standard.annex.own_page_numbers)
    given = {
        "title": document.title,
        "language": document.language,
        "duplex": duplex,
        "metrics": metrics(),
        "sections": [typst_tree(standard, section) for section in stretches],
    }
    return _compiled({"document": json.dumps(given), "standard": json.dumps(asdict(replace(standard, versions=())))})


def _compiled(inputs: dict[str, str]) -> bytes:
    try:
        import typst
    except ImportError as error:
        raise MissingProgram("typst_missing") from error
    template = shipped("templates") / "typst" / "document.typ"
    faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[fonts()])
    compiler = typst.Compiler(template, root=template.parent, font_paths=faces, sys_inputs=inputs)
    try:
        made, warnings = compiler.compile_with_warnings(format="pdf", pdf_standards=["a-2u"], timestamp=EPOCH)
    except typst.TypstError as error:
        raise KehoachError("typst_failed", reason=error.message) from error
    if warnings or not isinstance(made, bytes):
        raise KehoachError("typst_failed", reason="; ".join(warning.message for warning in warnings))
    return made
