"""The same thing twice in one list."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled, small
from kehoach.phrases.remembering import remembered
from kehoach.rules.passages import Passage
from kehoach.rules.prose.prose import prose
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
    told = prose(file, view)
    for passage, wording in zip(told.passages, told.wordings, strict=True):
        for start, end, begin, stop in _again(passage.text) if _again(wording) else ():
            related = (Related(passage.place(begin, stop), "first_written"),)
            arguments = {"written": passage.text[start:end].strip(MARKS)}
            yield Fault("SEC110", passage.place(start, end), passage.pointer, arguments, related)
        listed = passage.key in {"text", "body"} and (passage.level or passage.sort in {"targets", "activities"})
        words = small(passage.text).strip(MARKS) if listed else ""
        if words.count(" ") >= SHORT:
            listed_before = seen.setdefault(_list(passage), {})
            first = listed_before.get(words) or _holding(words, listed_before)
            listed_before.setdefault(words, passage)
            if first:
                related = (Related(first.whole, "first_written"),)
                yield Fault("SEC110", passage.whole, passage.pointer, {"written": passage.text}, related)


@remembered
def _again(text: str) -> tuple[tuple[int, int, int, int], ...]:
    """The clauses of *text* that stood before in it, whole or as their beginning: where, and where they did first."""
    return tuple(_stood_before(text)) if _APART.search(text) else ()


def _stood_before(text: str) -> Iterator[tuple[int, int, int, int]]:
    before: list[tuple[str, int]] = []
    for match in _CLAUSE.finditer(text):
        clause = match.group().lower().strip(MARKS)
        if clause.count(" ") < SHORT + 1:
            continue
        at = next((start for other, start in before if clause == other or clause.startswith(f"{other},")), None)
        if at is None:
            before.append((clause, match.start()))
        else:
            yield *match.span(), at, at + len(clause)


def _holding(words: str, before: dict[str, Passage]) -> Passage | None:
    """An earlier entry that says all of a long entry among other things, or is said by it."""
    if words.count(" ") < LONG:
        return None
    for other, passage in before.items():
        if words in other or other in words:
            short, long = sorted((words, other), key=len)
            if short.count(" ") >= LONG and re.search(rf"(?<!\w){re.escape(short)}(?!\w)", long):
                return passage
    return None


def _list(passage: Passage) -> str:
    return passage.item.rpartition("/")[0] or passage.path
