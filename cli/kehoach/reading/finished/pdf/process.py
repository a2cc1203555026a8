"""The process that opens a PDF, watched: ended when it takes too long or too much."""

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from kehoach.errors import KehoachError
from kehoach.reading.finished.pdf.pieces import Page, Piece, Rule

READER = Path(__file__).with_name("letters.py")
MOST_BYTES = 64 * 2**20
MOST_PAGES = 400
MOST_MEMORY = 2 * 2**30
SECONDS = 60
REASONS = {"locked": "pdf_locked", "broken": "pdf_unreadable"}


def pages(data: bytes, seconds: float = SECONDS) -> Sequence[Page]:
    """The pages of the PDF *data*.

    Raises ``KehoachError``: ``document_too_large``, ``document_too_long``, ``document_too_slow``, ``pdf_locked``,
    ``pdf_unreadable``.
    """
    if len(data) > MOST_BYTES:
        raise KehoachError("document_too_large", most=MOST_BYTES // 2**20)
    first, *rest = _said(data, seconds) or [{"error": "broken"}]
    if "error" in first:
        raise KehoachError(REASONS[first["error"]])
    if first["pages"] > MOST_PAGES:
        raise KehoachError("document_too_long", most=MOST_PAGES, unit="pages")
    if len(rest) < first["pages"]:
        raise KehoachError("pdf_unreadable")
    return [_page(one) for one in rest]


def _said(data: bytes, seconds: float) -> list[dict[str, Any]]:
    command = [sys.executable, "-P", "-X", "utf8", str(READER), str(MOST_PAGES)]
    try:
        ended = subprocess.run(
            command, input=data, capture_output=True, timeout=seconds, check=False, preexec_fn=_bounded()
        )
    except subprocess.TimeoutExpired as error:
        raise KehoachError("document_too_slow", seconds=round(seconds)) from error
    if ended.returncode:
        raise KehoachError("pdf_unreadable")
    return [json.loads(line) for line in ended.stdout.splitlines()]


def _bounded() -> Callable[[], None] | None:
    """What limits the memory of the process, on systems that can."""
    try:
        import resource
    except ImportError:
        return None
    return lambda: resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _page(said: dict[str, Any]) -> Page:
    """The page with its lengths counted from the top."""
    width, height = said["size"]
    pieces = [
        Piece(left, height - top, right, height - bottom, size, bold, italic, font, text, order)
        for order, (left, bottom, right, top, size, bold, italic, font, text) in enumerate(said["runs"])
    ]
    rules = [Rule(left, height - top, right, height - bottom) for left, bottom, right, top in said["rules"]]
    return Page(width, height, tuple(pieces), tuple(rules), said["pictures"], said["unseen"])
