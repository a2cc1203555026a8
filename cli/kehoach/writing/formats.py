"""The formats that a document can be written in, and the writing itself."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from kehoach.errors import WrongUsage
from kehoach.standards.standard import Standard
from kehoach.tree import Document
from kehoach.writing.atomic import replace
from kehoach.writing.docx import docx
from kehoach.writing.html import html
from kehoach.writing.pdf import pdf
from kehoach.writing.text import text

Writer = Callable[[Document, Standard, bool], bytes]


def _markdown(document: Document, standard: Standard, duplex: bool) -> bytes:
    return document.source.encode()


FORMATS: dict[str, Writer] = {
    "docx": docx,
    "pdf": pdf,
    "md": _markdown,
    "txt": text,
    "html": html,
}


def made(document: Document, standard: Standard, formats: Iterable[str], duplex: bool = False) -> dict[str, bytes]:
    """*document* in the form of *standard* in each of *formats*, made side by side; the same bytes every time.

    With *duplex* the margins of the back pages are mirrored. Raises ``WrongUsage`` for an unknown format,
    ``MissingProgram``, and ``KehoachError`` for a letter that the shipped font lacks.
    """
    writers = {name: _writer(name) for name in formats}
    with ThreadPoolExecutor(max_workers=max(1, len(writers))) as pool:
        running = {name: pool.submit(writer, document, standard, duplex) for name, writer in writers.items()}
        return {name: future.result() for name, future in running.items()}


def write(document: Document, standard: Standard, targets: Mapping[str, Path], duplex: bool = False) -> None:
    """Write *document* to *targets*, a path for each format; no file is touched before all are made."""
    contents = made(document, standard, targets, duplex)
    for name, path in targets.items():
        replace(path, contents[name])


def _writer(name: str) -> Writer:
    if name not in FORMATS:
        raise WrongUsage("format_unknown", format=name, known=", ".join(FORMATS))
    return FORMATS[name]
