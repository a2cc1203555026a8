"""Names of the document's own that have lost the capital of their second word."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.prose.capitals import in_two_ways, pairs
from kehoach.rules.prose.misnamed import inside, misnamed
from kehoach.rules.prose.prose import prose
from kehoach.rules.prose.spelling.lists import lists
from kehoach.rules.prose.spelling.syllable import FOLDS
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

OFTEN = 2


@rule("TXT409", Grain.WRITTEN, INFO)
def name_whole(file: Written, view: View) -> Iterator[Fault]:
    """A name keeps its capitals where the document writes it with them elsewhere: not *Phước long* and *Phước Long*.

    Told of what is no word of the language, and stands whole in two places at least.
    """
    told, doubtful = prose(file, view), in_two_ways(file, view)
    held = [pairs(line, view.lexicon) for line in told.wordings] if doubtful else []
    halves = dict(_halves(doubtful, held, view.lexicon))
    for begin, line, here in zip(told.starts, told.lines, held, strict=True) if halves else ():
        for half in sorted(halves.keys() & here):
            at = line.find(half)
            apart = not line[at + len(half) : at + len(half) + 1].isalnum() and line[max(at - 2, 0) : at - 1].isalnum()
            start, end = begin + at, begin + at + len(half)
            if at > 0 and apart and not inside(misnamed(file, view), start, end):
                yield told.fault("TXT409", start, end, text=half, right=halves[half])


def _halves(doubtful: frozenset[str], held: list[frozenset[str]], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    """Those of the *doubtful* pairs of which only the first has its capital, each with the name that it is elsewhere.

    *held* are the pairs of every line.
    """
    known = lists(lexicon)
    for half in doubtful:
        one, _, two = half.partition(" ")
        whole = f"{one} {two[:1].upper()}{two[1:]}"
        lost = two.islower() and whole in doubtful and sum(whole in here for here in held) >= OFTEN
        if lost and FOLDS[two] not in known.small and not known.word(FOLDS[one], FOLDS[two]):
            yield half, whole
