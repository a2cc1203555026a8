"""The formats that a document can be written in, and the writing itself."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

from kehoach.errors import WrongUsage
from kehoach.standards.standard import Standard
from kehoach.tree import Document
from kehoach.writing import pdf
from kehoach.writing.atomic import replace
from kehoach.writing.docx import docx
from kehoach.writing.html import html
from kehoach.writing.text import text

Writer = Callable[[Document, Standard, bool], bytes]
Making = Mapping[str, Future[bytes]]


def _markdown(document: Document, standard: Standard, duplex: bool) -> bytes:
    return document.source.encode()


FORMATS: dict[str, Writer] = {
    "docx": docx,
    "pdf": pdf.pdf,
    "md": _markdown,
    "txt": text,
    "html": html,
}


def ready(formats: Iterable[str]) -> None:
    """Let the programs start that *formats* need, while there is other work to do."""
    if "pdf" in formats:
        pdf.ready()


def begun(document: Document, standard: Standard, formats: Iterable[str], duplex: bool = False) -> Making:
    """*document* in the form of *standard* in each of *formats*, being made side by side; the same bytes every time.

    With *duplex* the margins of the back pages are mirrored. Raises ``WrongUsage`` for an unknown format. What is
    being made may raise ``MissingProgram``, and ``KehoachError`` for a letter that the shipped font lacks.
    """
    writers = {name: _writer(name) for name in formats}
    pool = ThreadPoolExecutor(max_workers=max(1, len(writers)))
    running = {name: pool.submit(writer, document, standard, duplex) for name, writer in writers.items()}
    pool.shutdown(wait=False)
    return running


def made(document: Document, standard: Standard, formats: Iterable[str], duplex: bool = False) -> dict[str, bytes]:
    """*document* in each of *formats*, when all are made; the same bytes every time."""
    return _contents(begun(document, standard, formats, duplex))


def store(making: Making, targets: Mapping[str, Path]) -> None:
    """Write what is being made to *targets*, a path for each format; no file is touched before all are made."""
    contents = _contents(making)
    for name, path in targets.items():
        replace(path, contents[name])


def _contents(making: Making) -> dict[str, bytes]:
    return {name: future.result() for name, future in making.items()}


def _writer(name: str) -> Writer:
    if name not in FORMATS:
        raise WrongUsage("format_unknown", format=name, known=", ".join(FORMATS))
    return FORMATS[name]
