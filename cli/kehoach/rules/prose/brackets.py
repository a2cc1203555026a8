"""Round brackets: in pairs, and apart from the word before."""

from collections.abc import Iterator
from itertools import pairwise

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass, replace
from kehoach.rules.prose.prose import Prose, prose
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

OPENS, CLOSES = "(", ")"
_BRACKET = compiled(r"[()]")
# What numbers an entry within a sentence ends with a bracket: 1), a), IV).
_NUMBERING = compiled(r"(?:\A|[\s;:,.])(?:\d{1,2}|[a-zđ]|[IVX]+)\Z")
_AT_WORD = compiled(r"[(“](?<=[a-zà-ỹđ]{2}[(“])")
_CLOSE_UP = compiled(r"\((?=[\w“]{2}[^()]*\))|“(?=\w)")
SHOWN, LONGEST_MARK = 16, 5


@dataclass(frozen=True, slots=True)
class Alone:
    """A bracket at an offset whose partner is not in its paragraph."""

    at: int
    opens: bool


@rule("TXT217", Grain.WRITTEN, WARNING)
def brackets_in_pairs(file: Written, view: View) -> Iterator[Fault]:
    """Every round bracket that opens is closed, and none closes what was not opened.

    What numbers an entry (*1)*, *a)*) has one alone; words in brackets may go on in the next paragraph.
    """
    told = prose(file, view)
    if told.text.count(OPENS) == 0 == told.text.count(CLOSES):
        return
    found = [
        alone
        for start, line in zip(told.starts, told.lines, strict=True)
        if _holds(line)
        for alone in _alone(line, start)
    ]
    joined = {one for pair in pairwise(found) if _go_on(told, *pair) for one in pair}
    for alone in found:
        if alone not in joined:
            near = told.near(alone.at, alone.at + 1, SHOWN)
            yield told.fault("TXT217", alone.at, alone.at + 1, mark=told.text[alone.at], text=near)


def _holds(line: str) -> bool:
    return OPENS in line or CLOSES in line


def _alone(line: str, start: int) -> Iterator[Alone]:
    """The brackets of *line*, which begins at the offset *start*, that have no partner in it."""
    opened: list[int] = []
    for match in _BRACKET.finditer(line):
        at = match.start()
        if match[0] == OPENS:
            opened.append(at)
        elif opened:
            opened.pop()
        elif not _NUMBERING.search(line[max(at - LONGEST_MARK, 0) : at]):
            yield Alone(start + at, False)
    yield from (Alone(start + at, True) for at in opened)


def _go_on(told: Prose, first: Alone, last: Alone) -> bool:
    """Whether words in brackets begin in one paragraph and end in the next."""
    return first.opens and not last.opens and told.at(last.at) - told.at(first.at) == 1


@rule("TXT218", Grain.WRITTEN, INFO)
def space_before_opening(file: Written, view: View) -> Iterator[Fault]:
    """Before an opening bracket or quotation mark stands a space: not *ngày thành lập Đoàn(26/3)*."""
    told = prose(file, view)
    for begin, line in told.where(_at_word, view.lexicon):
        for at in (begin + match.start() for match in _AT_WORD.finditer(line)):
            if match := _CLOSE_UP.match(told.text, at):
                fault = told.fault("TXT218", at, at + 1, mark=match[0], text=told.near(at, at + 1, SHOWN))
                yield replace(fault, edits=told.edit(at, at + 1, f" {match[0]}"))


@remembered
def _at_word(line: str, _: Lexicon) -> bool:
    """Whether a mark stands close at a word, whatever follows it."""
    return bool(_AT_WORD.search(line))
