"""A document as the Markdown that it was read from."""

from kehoach.standards.standard import Standard
from kehoach.tree import Document


def markdown(document: Document, standard: Standard, duplex: bool = False) -> bytes:
    """The source of *document*, the same in every standard."""
    return document.source.encode()
