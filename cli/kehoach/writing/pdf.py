"""A PDF/A file from the tree, set by Typst."""

import atexit
import json
from functools import cache, partial

from kehoach.hands import Hand
from kehoach.records import asdict, replace
from kehoach.shipped import shipped
from kehoach.standards.standard import Standard
from kehoach.tree import Document
from kehoach.writing.glyphs import fonts, metrics, refuse_missing
from kehoach.writing.sections import sections
from kehoach.writing.setter import typeset
from kehoach.writing.typst_tree import typst_tree
from kehoach.writing.unbroken import unbroken

SECONDS = 60


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
    return _setter().do({"document": json.dumps(given), "standard": json.dumps(form)})


def ready() -> None:
    """Let Typst start while the document is still composed."""
    _setter().ready()


@cache
def _setter() -> Hand[dict[str, str], bytes]:
    setter = Hand(partial(typeset, shipped("templates") / "typst" / "document.typ", fonts()), SECONDS)
    atexit.register(setter.leave)
    return setter
