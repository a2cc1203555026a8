"""Entries of a list that stand twice."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.passages import sentences
from kehoach.rules.prose.prose import prose
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_ENTRY = compiled(r", ([^\W\d_][^,;.:()“”\"\n…]*)")
MOST = 4  # words of an entry
FEWEST = 5  # words of an entry that is known again far from its like
TAIL = 9  # letters that end both, before anybody looks closer
Again = tuple[int, int, str]


@rule("TXT302", Grain.WRITTEN, WARNING)
def entry_once(file: Written, view: View) -> Iterator[Fault]:
    """A list does not name the same thing twice in a row, as *các trường THPT, THPT*.

    One of the two was meant to be something else.
    """
    told = prose(file, view)
    for begin, (start, words) in told.worded(_twice, view.lexicon):
        yield told.fault("TXT302", begin + start, begin + start + len(words), text=words)


@remembered
def _twice(line: str, lexicon: Lexicon) -> tuple[tuple[int, str], ...]:
    """The entries of *line* with which the one before them ends, and where they stand."""
    if "," not in line:
        return ()
    ranks = tuple(f"{word} " for word in lexicon.words("prose", "ranks"))
    return tuple(_named_twice(line, f" {lexicon.at('prose', 'and')} ", ranks))


def _named_twice(line: str, link: str, ranks: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """The entries; *phó bí thư, bí thư* are two, as are *liên chi đoàn, chi đoàn*."""
    for match in _ENTRY.finditer(line):
        words = match[1].partition(link)[0].strip(" *")
        before = match.start() - len(words)
        again = line.startswith(words, max(before, 0)) and words.count(" ") < MOST and _apart(line, before)
        if again and not line[:before].lower().endswith(ranks):
            yield match.start(1), words


def _apart(text: str, at: int) -> bool:
    """Whether a word or a line begins there."""
    return at >= 0 and (at == 0 or text[at - 1] in " \n*,“(")


@rule("TXT303", Grain.WRITTEN, INFO)
def entry_not_again(file: Written, view: View) -> Iterator[Fault]:
    """A long entry of a list stands once in its sentence, be it behind others or at the end of another."""
    told = prose(file, view)
    for begin, (start, end, text) in told.worded(_again, view.lexicon):
        yield told.fault("TXT303", begin + start, begin + end, text=text)


@remembered
def _again(line: str, lexicon: Lexicon) -> tuple[Again, ...]:
    """The entries of *line* in small letters that stood before in their sentence."""
    limit = lexicon.view(_limit)
    ends = [entry.rstrip(" *")[-TAIL:] for entry in limit.split(line) if len(entry) > TAIL]
    if len(set(ends)) == len(ends):
        return ()
    return tuple(again for start, sentence in sentences(line) for again in _of(start, sentence, limit))


def _limit(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands between two entries, signs within numbers aside."""
    return compiled(rf"[;:()“”\"…,.](?:(?<![,.])|(?!\d)|(?<!\d[,.])) *(?:{lexicon.at('prose', 'and')} )?")


def _of(start: int, sentence: str, limit: re.Pattern[str]) -> Iterator[Again]:
    before: list[str] = []
    bounds = [0, *(bound for sign in limit.finditer(sentence) for bound in sign.span()), len(sentence)]
    for first, last in zip(bounds[::2], bounds[1::2], strict=True):
        entry = sentence[first:last].rstrip(" *")
        long = entry.count(" ") >= FEWEST - 1 and entry.islower()
        if long and any(f" {other}".endswith(f" {entry}") for other in before):
            yield start + first, start + first + len(entry), entry
        before.append(entry)
