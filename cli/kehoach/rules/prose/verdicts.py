"""What is amiss with the syllables of a line, told once for each pair of neighbours."""

import re

from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.prose.spelling.damaged import Ends, ends
from kehoach.rules.prose.spelling.lists import NONE, NUMBER, Lists, Pair
from kehoach.rules.prose.spelling.proposals import Proposals, proposals
from kehoach.rules.prose.words import words

MOST = 200_000
CALM = ord("@")
SUSPECT, UNLED, UNFOLLOWED, STRANGE, HEAD, TAIL = 1, 2, 4, 8, 16, 32


def _amiss(sort: int) -> str:
    """A pattern of the verdicts that hold *sort*."""
    return "[" + "".join(re.escape(chr(CALM + verdict)) for verdict in range(2 * TAIL) if verdict & sort) + "]"


SUSPECTS, STRANGERS = compiled(_amiss(SUSPECT)), compiled(_amiss(STRANGE))
HEADS, TAILS = compiled(_amiss(HEAD)), compiled(_amiss(TAIL))
LONELY = compiled(f"{_amiss(UNLED)}(?={_amiss(UNFOLLOWED)})")


class Verdicts(dict[Pair, str]):
    """The verdicts on pairs of keys of tokens, a letter each that tells the sum of what is amiss, with most nothing.

    *SUSPECT*: the two may have been meant to be others. *UNLED*: the second needs a word before it, and the first is
    none; *UNFOLLOWED*: the first needs one behind it. *STRANGE*: the second stands in no list. *HEAD* and *TAIL*: a
    fixed phrase begins or ends with the two.
    """

    def __init__(self, near: Proposals, ends: Ends) -> None:
        self.near, self.ends = near, ends

    def __missing__(self, pair: Pair) -> str:
        if len(self) > MOST:
            self.clear()
        self[pair] = verdict = chr(CALM + _verdict(pair, self.near) + self._end(pair))
        return verdict

    def _end(self, pair: Pair) -> int:
        return (HEAD if pair in self.ends.heads else 0) + (TAIL if pair in self.ends.tails else 0)


@remembered
def verdicts(line: str, lexicon: Lexicon) -> str:
    """For each token of *line* the verdict on the pair that it makes with the one before it."""
    keys = words(line).keys
    return "".join(map(lexicon.view(_verdicts).__getitem__, zip(("", *keys), keys, strict=False)))


def _verdicts(lexicon: Lexicon) -> Verdicts:
    return Verdicts(proposals(lexicon), ends(lexicon))


def _verdict(pair: Pair, near: Proposals) -> int:
    known, (first, second) = near.known, pair
    verdict = SUSPECT if first and _suspect(pair, near) else 0
    if second not in known.after.get(first, NONE):
        verdict += (UNLED if second not in known.calm else 0) + (UNFOLLOWED if first not in known.calm else 0)
    return verdict + (STRANGE if _strange(second, known) else 0)


def _suspect(pair: Pair, near: Proposals) -> bool:
    """Whether something may be said of *pair*; a number is no syllable that was meant to be another."""
    return pair in near.known.slips or (NUMBER not in pair and bool(near.of(pair)))


def _strange(word: str, known: Lists) -> bool:
    listed = word in known.calm or known.attested(word)
    return not listed and len(word) > 1 and word.isalpha()
