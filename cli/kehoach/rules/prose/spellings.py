"""Words that may be spelled in two ways, and are in one document."""

from collections import Counter
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.phrases.remembering import remembered
from kehoach.rules.prose.prose import Prose, prose
from kehoach.rules.prose.spelling.syllable import FOLDS, bare, free
from kehoach.rules.prose.words import Words, words
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

Spelling = tuple[int, int, str, str]
TONE = "tone"


@rule("TXT408", Grain.WRITTEN, INFO)
def spelled_alike(file: Written, view: View) -> Iterator[Fault]:
    """A word that may be spelled in two ways is spelled in one throughout: not *sĩ* and *sỹ*, nor *hoá* and *hóa*.

    Both are right; where neither is usual, nothing is said. Said once for each word with *i* or *y*, and once for the
    place of tones.
    """
    told = prose(file, view)
    doubtful = _in_two_ways(told)
    found = list(_spelled(told, doubtful)) if doubtful else []
    forms: dict[str, Counter[str]] = {}
    for _, _, word, fold in found:
        forms.setdefault(fold, Counter())[word] += 1
    said: set[str] = set()
    for number, at, word, fold in found if any(len(ways) > 1 for ways in forms.values()) else ():
        usual = max(forms[fold], key=lambda form: (forms[fold][form], form))
        sort = TONE if bare(word) == bare(usual) else fold
        if forms[fold][word] < forms[fold][usual] and sort not in said:
            said.add(sort)
            start, end = words(told.lines[number]).span(at, at)
            begin = told.starts[number]
            yield told.fault("TXT408", begin + start, begin + end, text=word, usual=usual)


def _in_two_ways(told: Prose) -> frozenset[str]:
    """The words, in small letters, that stand in another spelling too."""
    written = set[str]().union(*map(_free, told.wordings))
    ways = Counter(map(FOLDS.__getitem__, written))
    return frozenset(word for word in written if ways[FOLDS[word]] > 1)


@remembered
def _free(line: str) -> frozenset[str]:
    """The words of *line* that may be spelled in two ways, in small letters."""
    return frozenset(map(str.lower, filter(free, words(line).tokens)))


def _spelled(told: Prose, doubtful: frozenset[str]) -> Iterator[Spelling]:
    """The line and the token of each of the *doubtful* words, its small letters, and it folded."""
    for number, line in enumerate(told.wordings):
        if doubtful.isdisjoint(_free(line)):
            continue
        row = words(line)
        for at, word in enumerate(map(str.lower, row.tokens)):
            if word in doubtful and not _named(row, at):
                yield number, at, word, row.folded[at]


def _named(told: Words, at: int) -> bool:
    """Whether the word may belong to a name: a capital at it and at the next, or only capitals."""
    token, after = told.tokens[at], told.tokens[at + 1 : at + 2]
    return not token.islower() and not (token.istitle() and bool(after) and after[0].islower())
