"""The same thing twice in one list."""

from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.rules.passages import Passage, texts
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

SHORT = 3
MARKS = " .,;:…*"


@rule("SEC110", Grain.WRITTEN, INFO)
def said_once(file: Written, view: View) -> Iterator[Fault]:
    """One list does not say the same twice.

    The same work asked of two levels, or an event in the text and in the calendar, are no such list.
    """
    seen: dict[tuple[str, str], Passage] = {}
    for passage in texts(file, view):
        listed = passage.level or passage.sort in {"targets", "activities"}
        words = passage.text.lower().strip(MARKS) if listed else ""
        if passage.key in {"text", "body"} and words.count(" ") >= SHORT:
            first = seen.setdefault((_list(passage), words), passage)
            if first is not passage:
                related = (Related(first.whole, "first_written"),)
                yield Fault("SEC110", passage.whole, passage.pointer, {"written": passage.text}, related)


def _list(passage: Passage) -> str:
    return passage.item.rpartition("/")[0] or passage.path
