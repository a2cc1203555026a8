"""Syllables that are not Vietnamese."""

from collections.abc import Iterator
from functools import cache

from kehoach.findings import Fault
from kehoach.patterns import CAPITALS, compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.prose.encoding import foreign_letters
from kehoach.rules.prose.phrases import doubtful
from kehoach.rules.prose.prose import Prose, prose
from kehoach.rules.prose.spelling.context import around, like
from kehoach.rules.prose.spelling.likeness import alike
from kehoach.rules.prose.spelling.lists import Lists, lists
from kehoach.rules.prose.spelling.syllable import bare, marked, out_of_tune
from kehoach.rules.prose.spelling.unmarked import unmarked
from kehoach.rules.prose.strangers import readable, sayable, strangers
from kehoach.rules.prose.words import Words, words
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

Strange = tuple[Words, int]
VOWELS = frozenset("aeiouy")
_SHORT = compiled(rf"\A[{CAPITALS}]{{2,}}")
LONG = 7
BEGINNING = frozenset(".;:")


@rule("TXT601", Grain.WRITTEN, WARNING)
def syllable_possible(file: Written, view: View) -> Iterator[Fault]:
    """A word in Vietnamese letters is a syllable that there can be: onset, rhyme and tone fit.

    Everything else is a slip of the keys, as *đươc*, *tòan* and *nghành*, or the marks were lost: *kinh nghieem*.
    What has letters of another alphabet or of an old font is told by the rules on those.
    """
    text = prose(file, view)
    for begin, (told, at) in text.worded(_strange, view.lexicon) if readable(file, view) else ():
        if not sayable(told.folded[at], view.lexicon):
            if not foreign_letters(told.tokens[at], view.lexicon):
                yield _fault("TXT601", text, begin, (told, at), _meant(told, at, lists(view.lexicon)))
        elif (meant := unmarked(told, at, view.lexicon)) and not _said(told, at, view.lexicon):
            yield _fault("TXT601", text, begin, (told, at), meant)


@rule("TXT602", Grain.WRITTEN, INFO)
def syllable_known(file: Written, view: View) -> Iterator[Fault]:
    """A word in small letters stands in the word lists.

    What could be a syllable but is part of no word is worth a look, and so is a loan word with a slip.
    """
    text = prose(file, view)
    for begin, (told, at) in text.worded(_strange, view.lexicon) if readable(file, view) else ():
        word = told.folded[at]
        looked_up = marked(word) or bool(foreign(word, lists(view.lexicon)))
        if looked_up and sayable(word, view.lexicon) and not _said(told, at, view.lexicon):
            yield _fault("TXT602", text, begin, (told, at), _meant(told, at, lists(view.lexicon)))


def _said(told: Words, at: int, lexicon: Lexicon) -> bool:
    return any(first <= at <= last for first, last, _ in doubtful(told.text, lexicon))


@remembered
def _strange(line: str, lexicon: Lexicon) -> tuple[Strange, ...]:
    """The words of *line* in small letters, in a heading also in capitals, that stand in no list.

    A name has a capital too, but never a tone that its end cannot bear: *Bỏc Hồ*; it goes on with another one; and no
    word begins with several.
    """
    found = strangers(line, lexicon).tokens
    if not found:
        return ()
    told = words(line)
    return tuple((told, at) for at in found if _judged(told, at, lexicon))


def _judged(told: Words, at: int, lexicon: Lexicon) -> bool:
    token = told.tokens[at]
    titled = token.istitle() and (out_of_tune(told.folded[at], lexicon) or _begins(told, at))
    return token.islower() or _heading(told, at) or titled or _run_together(token, lexicon)


def _begins(told: Words, at: int) -> bool:
    """Whether a sentence begins with the token, and its next word in small letters: it is no name."""
    return (at == 0 or told.tokens[at - 1] in BEGINNING) and told.tokens[at + 1].islower() and marked(told.folded[at])


def _run_together(token: str, lexicon: Lexicon) -> bool:
    """Whether a word in small letters follows an abbreviation without a space, as in *ĐVTNvà*."""
    rest = _SHORT.sub("", token)
    return rest != token and rest.islower() and marked(rest) and sayable(rest, lexicon)


def _heading(told: Words, at: int) -> bool:
    """Whether the token and its neighbours are in capitals and have marks: a heading, no abbreviation."""
    if not VOWELS & set(bare(told.folded[at])):
        return False
    near = [token for token in told.tokens[max(at - 1, 0) : at + 2] if token.isalpha() and len(token) > 1]
    return len(near) > 1 and all(token.isupper() and marked(token) for token in near)


def _meant(told: Words, at: int, known: Lists) -> str:
    """The syllable that makes a term with a neighbour and is near to the one *at*; empty where there is none.

    A long word without marks may be meant to be a loan word.
    """
    word = told.folded[at]
    before, after = around(told, at - 1), around(told, at + 1)
    near = {*known.after_term.get(before, ()), *known.before_term.get(after, ())}
    found = [other for other in sorted(near) if alike(word, other)]
    found += [other for other in _within(before, after, known) if bare(word) == bare(other)]
    return next((known.spelled.get(other, other) for other in found), "") or foreign(word, known)


def _within(before: str, after: str, known: Lists) -> list[str]:
    """The syllables that stand between the two, or beside one of them, in a longer term."""
    return sorted({pair[1] for pair in known.pairs if pair[0] == before} | {p[0] for p in known.pairs if p[1] == after})


@cache
def foreign(word: str, known: Lists) -> str:
    """The loan word of seven letters or more that *word* is a slip for; empty where there is none."""
    if len(word) < LONG or not word.isascii():
        return ""
    return next((loan for loan in sorted(known.loans) if len(loan) >= LONG and alike(word, loan)), "")


def _fault(code: str, text: Prose, begin: int, strange: Strange, meant: str) -> Fault:
    told, at = strange
    start, end = told.span(at, at)
    token = told.tokens[at]
    return text.fault(code, begin + start, begin + end, text=token, meant=like(token, meant))
