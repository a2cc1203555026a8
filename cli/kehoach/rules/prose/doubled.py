"""Words written twice."""

from collections.abc import Iterator
from operator import eq

from kehoach.findings import Fault
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.prose.phrases import doubtful
from kehoach.rules.prose.prose import prose
from kehoach.rules.prose.spelling.context import around
from kehoach.rules.prose.spelling.lists import Lists, lists
from kehoach.rules.prose.words import Words, words
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

LONGEST = 4
PAIR = 2
Twice = tuple[int, int, str, str]


@rule("TXT301", Grain.WRITTEN, WARNING)
def doubled_words(file: Written, view: View) -> Iterator[Fault]:
    """No word stands twice in a row, as *công tác công tác*.

    Many doublets are good Vietnamese: *dần dần*, two of them in a row (*bài bài bản bản*), and two words of which one
    ends as the next begins, as *hành vi vi phạm*; they stay, and so does what somebody is called and does, as
    *cơ quan điều tra điều tra*. Where another word was likely meant (*chương tình tình
    nguyện*), TXT603 says so.
    """
    told = prose(file, view)
    for begin, (start, end, text, once) in told.worded(_twice, view.lexicon):
        yield told.fault("TXT301", begin + start, begin + end, text=text, once=once)


@remembered
def _twice(line: str, lexicon: Lexicon) -> tuple[Twice, ...]:
    """What stands twice in *line*: from where to where, all of it, and once."""
    told, taken = words(line), -1
    found = []
    agents = lexicon.words("prose", "agents")
    for at, length in sorted(_doubled(told, lists(lexicon))):
        end = at + 2 * length
        good = length > 1 and " ".join(told.folded[max(at - PAIR, 0) : at]).endswith(agents)
        told_else = any(first < end and last >= at for first, last, _ in doubtful(line, lexicon))
        if at > taken and not good and not told_else:
            taken = end - 1
            found.append((*told.span(at, taken), told.said(at, taken), told.said(at, at + length - 1)))
    return tuple(found)


def _doubled(told: Words, known: Lists) -> Iterator[tuple[int, int]]:
    """Where something stands twice, and of how many syllables it is; no number is like its key."""
    for length in range(1, LONGEST + 1):
        again = bytes(map(eq, told.folded, told.keys[length:]))
        at = again.find(b"\1" * length)
        while at >= 0:
            syllables = all(map(str.isalpha, told.folded[at : at + length]))
            if syllables and (length > 1 or not (_paired(again, at) or _good(told, at, known))):
                yield at, length
            at = again.find(b"\1" * length, at + 1)


def _paired(again: bytes, at: int) -> bool:
    """Whether another doublet stands right before or behind the one at *at*, as in *sạch sạch đẹp đẹp*."""
    before = at >= PAIR and again[at - PAIR]
    return bool(before or again[at + PAIR : at + PAIR + 1] == b"\1")


def _good(told: Words, at: int, known: Lists) -> bool:
    """Whether the syllable may stand twice: a doublet of the language, or the end of a word and the start of the next.

    A capital at the second alone begins a name: *cơ sở Sở Nông nghiệp*; one behind both goes on with no word: *chấp
    hành hành Đoàn*. What ends a word before is no doublet (*phong trào trào*).
    """
    word, first, second, third = told.folded[at], told.tokens[at], told.tokens[at + 1], told.tokens[at + 2]
    if len(word) == 1 or (first.islower() and second[:1].isupper()) or word in known.loans:
        return True
    ends = known.whole(around(told, at - 1), word)
    begins = known.whole(word, around(told, at + 2)) and not (second.islower() and third[:1].isupper())
    return ends and begins if ends else known.word(word, word)
