"""A Word document from the tree, written by pandoc."""

import json
import os
import subprocess
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from io import BytesIO
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, gettempdir
from time import time
from zipfile import ZIP_DEFLATED, ZipFile

from kehoach.errors import KehoachError
from kehoach.standards.standard import Standard
from kehoach.tree import Document
from kehoach.writing.pandoc_tree import HELD, pandoc_tree
from kehoach.writing.programs import pandoc
from kehoach.writing.sections import sections
from kehoach.writing.unbroken import unbroken
from kehoach.writing.word_reference import parts_folder, reference

SECONDS = 60
# A working folder of this age in seconds belongs to a run that was killed.
PREFIX, STALE = "kehoach-docx-", 3600
# The most that pandoc may hold in memory, far above what the largest document that is let through needs.
HEAP = ("+RTS", "-M1g", "-RTS")
HEAP_EXHAUSTED = 251
# The dates inside the file: fixed, so that the same document gives the same bytes.
EPOCH = "315532800"
HYPHEN = HELD.encode(), b'</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'
WITH_PROPERTIES = b"<w:tr><w:trPr>", b"<w:tr><w:trPr><w:cantSplit/>"
WITHOUT = b"<w:tr><w:tc>", b"<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc>"


def docx(document: Document, standard: Standard, duplex: bool = False) -> bytes:
    """*document* in the form of *standard* as a Word file; the same bytes every time."""
    return begun(document, standard, duplex)()


def begun(document: Document, standard: Standard, duplex: bool = False) -> Callable[[], bytes]:
    """The same in two steps: what pandoc needs is ready, and what is returned lets it write the file."""
    page = list(sections(unbroken(document, standard).blocks, standard.annex.own_page_numbers))
    tree = json.dumps(pandoc_tree(document, standard, page), ensure_ascii=False).encode()
    return partial(_written, tree, reference(standard, page, duplex))


def _written(tree: bytes, form: bytes) -> bytes:
    _sweep()
    with TemporaryDirectory(prefix=PREFIX) as folder:
        model, made = Path(folder, "reference.docx"), Path(folder, "made.docx")
        model.write_bytes(form)
        _run(tree, model, made)
        return _unsplit(made)


def _sweep() -> None:
    """Remove the folders that killed runs have left."""
    for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):
            if folder.stat().st_mtime < time() - STALE:
                rmtree(folder, ignore_errors=True)


def _unsplit(made: Path) -> bytes:
    """The file *made*, no row of a table parted by a page, no symbol by a line: what pandoc cannot be told."""
    out = BytesIO()
    with ZipFile(made) as old, ZipFile(out, "w", ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            if part.filename == "word/document.xml":
                content = content.replace(*WITH_PROPERTIES).replace(*WITHOUT).replace(*HYPHEN)
            new.writestr(part, content, ZIP_DEFLATED)
    return out.getvalue()


def _run(tree: bytes, model: Path, made: Path) -> None:
    plain = ("--sandbox", "--syntax-highlighting=none")
    options = (*plain, "--reference-doc", model, "--template", parts_folder() / "body.xml", "--output", made)
    command = (pandoc(), *HEAP, "--from", "json", "--to", "docx", *options)
    environment = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    try:
        ended = subprocess.run(command, input=tree, capture_output=True, timeout=SECONDS, env=environment, check=False)
    except subprocess.TimeoutExpired as error:
        raise KehoachError("pandoc_too_slow", seconds=SECONDS) from error
    if ended.returncode == HEAP_EXHAUSTED:
        raise KehoachError("pandoc_out_of_memory")
    if ended.returncode or ended.stderr.strip():
        raise KehoachError("pandoc_failed", reason=ended.stderr.decode("utf-8", "replace").strip()[:500])
