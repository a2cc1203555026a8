"""A document composed and made into files by a second process, while the first reads the plan and judges it.

Half of the work of a render needs nothing of the plan: the second process imports what it needs, compiles the
templates and reads the standard from the first moment on. It is ended where a template or Typst runs past its time.
"""

import atexit
from collections.abc import Callable
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from kehoach.hands import Hand
from kehoach.records import dataclass
from kehoach.reporting.words import Words

if TYPE_CHECKING:
    from kehoach.kinds import Kind
    from kehoach.plan import Plan
    from kehoach.units import Units

# The seconds that one plan may take.
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Form:
    """What all documents of a run are made by, in the workspace around *directory*."""

    words: Words
    directory: Path
    standard: str
    draft: int | None = None
    duplex: bool = False


@dataclass(frozen=True, slots=True)
class Copy:
    """What to make: a *plan* to compose, or its document *source* as it was composed before; its day; the formats."""

    day: date
    formats: tuple[str, ...]
    source: str = ""
    plan: "tuple[Plan, Kind, Units] | None" = None


@dataclass(frozen=True, slots=True)
class Made:
    """A document and the contents of its files by their formats."""

    source: str
    files: dict[str, bytes]


@cache
def ready(form: Form, composing: bool) -> None:
    """Let the second process start and prepare, while there is other work to do; for *composing* too, or not."""
    _maker(form).prepare(partial(_prepare, form, composing))


def begun(form: Form, copy: Copy) -> Callable[[], Made]:
    """*copy* in the making; what is returned waits for it, and raises the ``KehoachError`` that stopped it."""
    return _maker(form).begin(copy)


@cache
def _maker(form: Form) -> Hand[Copy, Made]:
    maker = Hand(partial(_make, form), LONGEST)
    atexit.register(maker.leave)
    return maker


def _make(form: Form, copy: Copy) -> Made:
    from kehoach.commands.rendering.bench import bench

    return bench(form).made(copy)


def _prepare(form: Form, composing: bool) -> None:
    from kehoach.commands.rendering.bench import bench

    bench(form).prepare(composing)
