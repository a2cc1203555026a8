"""The formats that a document can be written in, and the writing itself."""

from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING

from kehoach.errors import WrongUsage

if TYPE_CHECKING:
    from kehoach.standards.standard import Standard
    from kehoach.tree import Document

Writer = Callable[["Document", "Standard", bool], bytes]

# The module of each format here, which has a writer of the same name and is imported when it is first asked for.
FORMATS: Mapping[str, str] = {
    "docx": "docx",
    "pdf": "pdf",
    "md": "markdown",
    "txt": "text",
    "html": "html",
}
USUAL = "docx", "pdf"


def made(document: "Document", standard: "Standard", formats: Iterable[str], duplex: bool = False) -> dict[str, bytes]:
    """*document* in the form of *standard* in each of *formats*, made side by side; the same bytes every time.

    With *duplex* the margins of the back pages are mirrored. Raises ``WrongUsage`` for an unknown format,
    ``MissingProgram``, and ``KehoachError`` for a letter that the shipped font lacks.
    """
    from concurrent.futures import ThreadPoolExecutor

    writers = {name: writer(name) for name in formats}
    with ThreadPoolExecutor(max_workers=max(1, len(writers))) as pool:
        running = {name: pool.submit(writer, document, standard, duplex) for name, writer in writers.items()}
    return {name: future.result() for name, future in running.items()}


def writer(name: str) -> Writer:
    """What writes the format of that name."""
    if name not in FORMATS:
        raise WrongUsage("format_unknown", format=name, known=", ".join(FORMATS))
    found: Writer = getattr(import_module(f"kehoach.writing.{FORMATS[name]}"), FORMATS[name])
    return found
