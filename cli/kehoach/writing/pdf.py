"""A PDF/A file from the tree, set by Typst."""

import json

from kehoach.records import asdict, replace
from kehoach.shipped import shipped
from kehoach.standards.standard import Standard
from kehoach.tree import Document
from kehoach.writing.glyphs import fonts, metrics, refuse_missing
from kehoach.writing.sections import sections
from kehoach.writing.setter import typeset
from kehoach.writing.typst_tree import typst_tree
from kehoach.writing.unbroken import unbroken

TEMPLATE = shipped("templates") / "typst" / "document.typ"


def pdf(document: Document, standard: Standard, duplex: bool = False) -> bytes:
    """*document* in the form of *standard* as PDF/A-2u, in the shipped font only; the same bytes every time."""
    refuse_missing(document.blocks)
    stretches = sections(unbroken(document, standard).blocks, standard.annex.own_page_numbers)
    given = {
        "title": document.title,
        "language": document.language,
        "duplex": duplex,
        "metrics": metrics(),
        "sections": [typst_tree(standard, section) for section in stretches],
    }
    form = asdict(replace(standard, versions=()))
    return typeset(TEMPLATE, fonts(), {"document": json.dumps(given), "standard": json.dumps(form)})
