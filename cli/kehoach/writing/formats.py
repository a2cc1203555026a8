"""The formats that a document can be written in, and the writing itself."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

from kehoach.errors import WrongUsage

if TYPE_CHECKING:
    from kehoach.standards.standard import Standard
    from kehoach.tree import Document

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

    steps = {name: _begun(name, document, standard, duplex) for name in formats}
    with ThreadPoolExecutor(max_workers=max(1, len(steps))) as pool:
        running = {name: pool.submit(step) for name, step in steps.items()}
    return {name: future.result() for name, future in running.items()}


def _begun(name: str, document: "Document", standard: "Standard", duplex: bool) -> Callable[[], bytes]:
    """The rest of the work, begun where the format has two steps: what a program does that only waits for ours."""
    module = written_by(name)
    if hasattr(module, "begun"):
        rest: Callable[[], bytes] = module.begun(document, standard, duplex)
        return rest
    return partial(getattr(module, FORMATS[name]), document, standard, duplex)


def written_by(name: str) -> ModuleType:
    """The module that writes the format of that name."""
    if name not in FORMATS:
        raise WrongUsage("format_unknown", format=name, known=", ".join(FORMATS))
    return import_module(f"kehoach.writing.{FORMATS[name]}")
