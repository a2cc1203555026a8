"""All words of a plan file in one text, so that a rule looks at them in one pass."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, repeat
from operator import add
from typing import TypeVar

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.places import Edit, Place
from kehoach.rules.passages import Passage, passages, texts
from kehoach.rules.view import View
from kehoach.written import Written

T = TypeVar("T")
OPAQUE = "\ufffc"
LINE = "\n"
PLANS = ".yaml"
TARGETS = "targets"
TIMES = frozenset({"when", "due"})
ANY = "1"
_NUMBER = compiled(r"[0-9](?:[.,/]?[0-9])*")
_PLACEHOLDER = compiled(r"\{\{[^{}]*\}\}|\{#\w*\}")
_ADDRESS = compiled(
    r"\bhttps?://[^\s<>)”\"]+|\bwww\.[^\s<>)”\"]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    r"|\b\w[\w-]*(?:\.[\w-]+)*\.(?:vn|com|net|org|edu|gov)\b(?:/[^\s)”\"]*)?"
)
_TRACES = ("://", "www.", "@", ".vn", ".com", ".net", ".org", ".edu", ".gov")


@dataclass(frozen=True, slots=True)
class Prose:
    """The passages of *file*, a line of *text* each; *starts* tells where each of *lines* begins.

    *wordings* are the lines with every number as *ANY*: plans of one kind share most of them, and few of their lines.
    Placeholders and addresses of the web are one run of ``OPAQUE`` each, as long as they are.
    """

    file: Written
    passages: tuple[Passage, ...]
    text: str
    starts: Sequence[int]
    lines: Sequence[str]
    wordings: Sequence[str]

    def at(self, offset: int) -> int:
        """The number of the passage that holds *offset*."""
        return bisect_right(self.starts, offset) - 1

    def place(self, start: int, end: int) -> Place:
        """Where the code points *start* to *end* of the text stand in the file."""
        number = self.at(start)
        passage, first = self.passages[number], self.starts[number]
        return passage.place(start - first, min(end - first, len(passage.text)))

    def each(self, find: Callable[[str, Lexicon], Sequence[T]], lexicon: Lexicon) -> Iterator[tuple[int, T]]:
        """All that *find* finds in a line, line by line, each with where that line begins.

        Plans of one year share most of their sentences: a *find* that is remembered reads each of them once. Most
        lines hold nothing, and are passed over without a step of our own.
        """
        told = [*map(find, self.lines, repeat(lexicon))]
        for start, found in compress(zip(self.starts, told, strict=True), told):
            for one in found:
                yield start, one

    def worded(self, find: Callable[[str, Lexicon], Sequence[T]], lexicon: Lexicon) -> Iterator[tuple[int, T]]:
        """The same of a *find* that finds no less where all numbers are alike: it reads each wording once.

        Where it finds something, it reads the line itself, to tell of it with its own numbers.
        """
        for start, line in self.where(find, lexicon):
            for one in find(line, lexicon):
                yield start, one

    def where(self, holds: Callable[[str, Lexicon], object], lexicon: Lexicon) -> Iterator[tuple[int, str]]:
        """The lines whose wording *holds* something, each with where it begins."""
        held = map(holds, self.wordings, repeat(lexicon))
        return compress(zip(self.starts, self.lines, strict=True), held)

    def origin(self, offset: int) -> int:
        """Where in the raw text of the file *offset* stands; words that stand there once may be said in two passages.

        Words that the program made have none, and keep their own.
        """
        number = self.at(offset)
        passage = self.passages[number]
        offsets = passage.scalar.offsets
        return offsets[passage.start + offset - self.starts[number]] if offsets else -offset

    def fault(self, code: str, start: int, end: int, **arguments: str) -> Fault:
        """A fault of what stands from *start* to *end*."""
        return Fault(code, self.place(start, end), self.passages[self.at(start)].pointer, arguments)

    def related(self, start: int, end: int, note: str, **arguments: str) -> Related:
        """Another place of the text that belongs to a fault."""
        return Related(self.place(start, end), note, arguments)

    def near(self, start: int, end: int, reach: int) -> str:
        """What stands from *start* to *end* with *reach* code points around it, within the passage."""
        number = self.at(start)
        first = self.starts[number]
        last = first + len(self.passages[number].text)
        return self.text[max(start - reach, first) : min(end + reach, last)].strip()

    def edit(self, start: int, end: int, text: str) -> tuple[Edit, ...]:
        """Put *text* where *start* to *end* stand; nothing where the file holds them in another form.

        Only plan files are written to: a finished document is somebody's signed work. A target is left alone, since its
        figures are quoted out of its sentence as it stands.
        """
        number = self.at(start)
        passage = self.passages[number]
        begin = start - self.starts[number] + passage.start
        offsets = passage.scalar.offsets[begin : begin + end - start + 1]
        plan = self.file.file.endswith(PLANS) and passage.sort != TARGETS
        if not plan or len(offsets) <= end - start:
            return ()
        first, last = offsets[0], offsets[end - start - 1] + 1
        return (Edit(first, last, text),) if self.file.text[first:last] == self.text[start:end] else ()


def prose(file: Written, view: View) -> Prose:
    """The words of *file*."""
    return view.once(_prose, file)


def prose_and_times(file: Written, view: View) -> Prose:
    """The words of *file* with the times of its activities and deadlines."""
    return view.once(_prose_and_times, file)


def _prose(file: Written, view: View) -> Prose:
    return _of(file, texts(file, view))


def _prose_and_times(file: Written, view: View) -> Prose:
    return _of(file, (passage for passage in passages(file, view) if passage.worded or passage.key in TIMES))


def _of(file: Written, found: Iterable[Passage]) -> Prose:
    kept = tuple(passage for passage in found if passage.text)
    lines = [_masked(passage.text) for passage in kept]
    starts = [*map(add, accumulate(map(len, lines), initial=0), range(len(lines)))]
    return Prose(file, kept, LINE.join(lines), starts, lines, [*map(_wording, lines)])


@remembered
def _masked(text: str) -> str:
    """*text* in one line, what is no prose in it hidden."""
    if LINE in text:
        text = text.replace(LINE, " ")
    if "{" in text:
        text = _PLACEHOLDER.sub(_hidden, text)
    return _ADDRESS.sub(_hidden, text) if any(map(text.__contains__, _TRACES)) else text


@remembered
def _wording(line: str) -> str:
    """*line* with every number as *ANY*."""
    return _NUMBER.sub(ANY, line)


def _hidden(match: re.Match[str]) -> str:
    return OPAQUE * len(match[0])
