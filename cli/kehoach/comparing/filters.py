"""What a reader asks to see of a comparison."""

from collections.abc import Callable, Mapping

from kehoach.comparing.changes import What
from kehoach.comparing.entries import Sort
from kehoach.contrast import Contrast, Line
from kehoach.records import replace

TARGETS = "targets"
Test = Callable[[Line], bool]
HEAD = frozenset({Sort.HEAD.value, Sort.BASIS.value, Sort.OPENING.value, Sort.RECIPIENT.value})


def _sorts(*sorts: str) -> Test:
    return lambda line: line.sort in sorts


TOPICS: Mapping[str, Test] = {
    "head": _sorts(*HEAD),
    "sections": _sorts(Sort.SECTION.value, Sort.ANNEX.value),
    "prose": _sorts(Sort.PASSAGE.value),
    TARGETS: _sorts(Sort.TARGET.value),
    "activities": _sorts(Sort.ACTIVITY.value),
    "deadlines": _sorts(Sort.DEADLINE.value),
    "moved": lambda line: line.what == What.MOVED.value,
    "wording": lambda line: line.weight == "wording",
}


def filtered(contrast: Contrast, only: tuple[str, ...], ignored: tuple[str, ...]) -> Contrast:
    """*contrast* with the lines of a topic of *only* (all, where none is named) and of none that is *ignored*."""

    def wanted(line: Line) -> bool:
        named = not only or any(TOPICS[topic](line) for topic in only)
        return named and not any(TOPICS[topic](line) for topic in ignored)

    table = (not only or TARGETS in only) and TARGETS not in ignored
    return replace(contrast.keeping(wanted), targets=contrast.targets if table else ())
