"""Quotation marks: in pairs, the right way round, of one kind."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass
from kehoach.rules.prose.prose import LINE, PLANS, Prose, prose
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

OPENS, CLOSES, STRAIGHT = "“", "”", '"'
_MARK = compiled('[“”"]')
_UNSEPARATED = compiled("”[ *]+“")
SHOWN = 16
MOST_VERSES, LONGEST_VERSE = 8, 60


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with the mark at an offset: ``reversed``, ``unclosed`` or ``unopened``."""

    at: int
    sort: str


@rule("TXT201", Grain.WRITTEN, WARNING)
def quotes_in_pairs(file: Written, view: View) -> Iterator[Fault]:
    """Every quotation mark that opens is closed in the same paragraph, and none closes what was not opened."""
    told = prose(file, view)
    for trouble in view.once(_troubles, file):
        if trouble.sort != "reversed":
            yield _fault("TXT201", told, trouble.at)


@rule("TXT202", Grain.WRITTEN, WARNING)
def quotes_right_way_round(file: Written, view: View) -> Iterator[Fault]:
    """Words are quoted “so”, not ”so” or “so“.

    The wrong mark comes from typing it without the word before or after.
    """
    told = prose(file, view)
    for trouble in view.once(_troubles, file):
        if trouble.sort == "reversed":
            yield _fault("TXT202", told, trouble.at)


@rule("TXT203", Grain.WRITTEN, INFO)
def quotes_of_one_kind(file: Written, view: View) -> Iterator[Fault]:
    """A document keeps to one kind of quotation marks; said once, where the rarer kind begins."""
    told = prose(file, view)
    straight, curly = _counted(told.text)
    if straight and curly:
        at = told.text.find(STRAIGHT if straight <= curly else OPENS)
        straight, curly = _counted(told.text if file.file.endswith(PLANS) else file.text)
        if at >= 0:
            yield told.fault("TXT203", at, at + 1, straight=str(straight), curly=str(curly))


def _counted(text: str) -> tuple[int, int]:
    """How many straight marks and how many curly ones."""
    return text.count(STRAIGHT), text.count(OPENS) + text.count(CLOSES)


@rule("TXT204", Grain.WRITTEN, INFO)
def quotes_apart(file: Written, view: View) -> Iterator[Fault]:
    """Between two quoted names stands a comma or a word.

    Without it nobody sees where one name ends and whether they are two.
    """
    told = prose(file, view)
    for match in _UNSEPARATED.finditer(told.text):
        yield told.fault("TXT204", *match.span(), text=told.near(*match.span(), SHOWN))


def _troubles(file: Written, view: View) -> tuple[Trouble, ...]:
    told = prose(file, view)
    found = tuple(Trouble(begin + at, sort) for begin, (at, sort) in told.worded(_of_line, view.lexicon))
    verses = {one for pair in pairwise(found) if _are_verses(told, *pair) for one in pair}
    return tuple(trouble for trouble in found if trouble not in verses)


def _are_verses(told: Prose, first: Trouble, last: Trouble) -> bool:
    """Whether a quotation of short lines, as a motto in verses, begins with the one mark and ends with the other."""
    begin, end = told.at(first.at), told.at(last.at)
    if (first.sort, last.sort) != ("unclosed", "unopened") or not 0 < end - begin <= MOST_VERSES:
        return False
    opens = told.starts[begin] == first.at and not told.text[last.at + 1 :].split(LINE, 1)[0].strip(" .;*")
    return opens and all(len(passage.text) <= LONGEST_VERSE for passage in told.passages[begin : end + 1])


@remembered
def _of_line(text: str, _: Lexicon) -> tuple[tuple[int, str], ...]:
    """The troubles of one line; a straight mark closes what is open, else it opens. Two turned round are one."""
    return tuple(_troubled(text, _MARK.finditer(text)))


def _troubled(text: str, marks: Iterable[re.Match[str]]) -> Iterator[tuple[int, str]]:
    opened: list[int] = []
    for at in (mark.start() for mark in marks):
        if opened and (text[at] != OPENS or _ends(text, at)):
            if text[at] == OPENS and text[opened[-1]] != CLOSES:
                yield at, "reversed"
            opened.pop()
        elif text[at] == CLOSES and not _begins(text, at):
            yield at, "unopened"
        else:
            if text[at] == CLOSES:
                yield at, "reversed"
            opened.append(at)
    yield from ((at, "unclosed") for at in opened)


def _begins(text: str, at: int) -> bool:
    """Whether a word begins right after the mark and none ends right before it."""
    after, before = text[at + 1 : at + 3].lstrip("*")[:1], text[at - 1 : at] or LINE
    return after.isalnum() and not (before.isalnum() or before in ".,;!?*")


def _ends(text: str, at: int) -> bool:
    """Whether a word ends right before the mark and none begins right after it."""
    after, before = text[at + 1 : at + 2], text[max(at - 2, 0) : at].rstrip("*")[-1:]
    return before.isalnum() and not (after.isalnum() or after == "*")


def _fault(code: str, told: Prose, at: int) -> Fault:
    return told.fault(code, at, at + 1, mark=told.text[at], text=told.near(at, at + 1, SHOWN))
