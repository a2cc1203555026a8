"""The same thing twice in one list."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled, small
from kehoach.rules.passages import Passage, texts
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_APART = compiled(r"[;.]\s")
_CLAUSE = compiled(r"[^\s;.][^;.]*(?:\.(?=\S)[^;.]*)*")
SHORT, LONG = 3, 6
MARKS = " .,;:…*"


@rule("SEC110", Grain.WRITTEN, INFO)
def said_once(file: Written, view: View) -> Iterator[Fault]:
    """One list does not say the same twice.

    The same work asked of two levels, or an event in the text and in the calendar, are no such list.
    """
    seen: dict[str, dict[str, Passage]] = {}
    for passage in texts(file, view):
        yield from _within(passage)
        listed = passage.level or passage.sort in {"targets", "activities"}
        words = small(passage.text).strip(MARKS) if listed else ""
        if passage.key in {"text", "body"} and words.count(" ") >= SHORT:
            listed_before = seen.setdefault(_list(passage), {})
            first = listed_before.get(words) or _holding(words, listed_before)
            listed_before.setdefault(words, passage)
            if first:
                related = (Related(first.whole, "first_written"),)
                yield Fault("SEC110", passage.whole, passage.pointer, {"written": passage.text}, related)


def _within(passage: Passage) -> Iterator[Fault]:
    """A clause that stood before in the same passage, whole or as the beginning of this one."""
    before: list[tuple[str, int]] = []
    for match in _CLAUSE.finditer(passage.text) if _APART.search(passage.text) else ():
        clause = match.group().lower().strip(MARKS)
        if clause.count(" ") < SHORT + 1:
            continue
        at = next((start for other, start in before if clause == other or clause.startswith(f"{other},")), None)
        if at is None:
            before.append((clause, match.start()))
            continue
        place = passage.place(match.start(), match.end())
        related = (Related(passage.place(at, at + len(clause)), "first_written"),)
        yield Fault("SEC110", place, passage.pointer, {"written": match.group().strip(MARKS)}, related)


def _holding(words: str, before: dict[str, Passage]) -> Passage | None:
    """An earlier entry that says all of a long entry among other things, or is said by it."""
    if words.count(" ") < LONG:
        return None
    for other, passage in before.items():
        short, long = sorted((words, other), key=len)
        if short.count(" ") >= LONG and short in long and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", long):
            return passage
    return None


def _list(passage: Passage) -> str:
    return passage.item.rpartition("/")[0] or passage.path
