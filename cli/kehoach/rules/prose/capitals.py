"""Capitals of one name and of verbs within a sentence."""

from collections.abc import Iterator, Mapping

from kehoach.findings import Fault
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass
from kehoach.rules.prose.prose import LINE, Prose, prose
from kehoach.rules.prose.spelling.context import around
from kehoach.rules.prose.spelling.lists import Lists, lists
from kehoach.rules.prose.words import Words, words
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

TITLE = "title"


@dataclass(frozen=True, slots=True)
class Name:
    """How the first two words of a name are written, the first with a capital; *shown* has the third where it needs it.

    *sure*: they are a word by themselves, or stand inside a sentence.
    """

    start: int
    end: int
    text: str
    shown: str
    sure: bool


@rule("TXT406", Grain.WRITTEN, INFO)
def name_alike(file: Written, view: View) -> Iterator[Fault]:
    """A name has the same capitals throughout a document: not *Tết Nguyên đán* and *Tết nguyên đán*.

    Said once for each name, at the first of the rarer form.
    """
    told = prose(file, view)
    found: dict[str, dict[str, list[tuple[int, Name]]]] = {}
    for begin, name in told.each(_names, view.lexicon):
        if _in_text(told, begin):
            found.setdefault(name.text.lower(), {}).setdefault(name.text, []).append((begin, name))
    for forms in found.values():
        if len(forms) > 1 and any(name.sure for places in forms.values() for _, name in places):
            yield _of_two(told, forms)


def _in_text(told: Prose, begin: int) -> bool:
    return told.passages[told.at(begin)].key != TITLE


def _of_two(told: Prose, forms: Mapping[str, list[tuple[int, Name]]]) -> Fault:
    """The fault of a name with two sets of capitals, of equally many that with fewer."""
    rare, usual = sorted(forms, key=lambda text: (len(forms[text]), sum(map(str.isupper, text))))[:2]
    begin, name = forms[rare][0]
    usually = forms[usual][0][1].shown
    return told.fault("TXT406", begin + name.start, begin + name.end, text=name.shown, usual=usually)


@remembered
def _names(line: str, lexicon: Lexicon) -> tuple[Name, ...]:
    """The words of *line* with a capital that begin a known word, each with its second."""
    told, known = words(line), lists(lexicon)
    capitals = [at for at, token in enumerate(told.tokens) if token.istitle() and len(token) > 1]
    pairs = (at for at in capitals if known.word(told.folded[at], around(told, at + 1)) and _apart(told, at))
    return tuple(_name(told, at, known) for at in pairs)


def _name(told: Words, at: int, known: Lists) -> Name:
    whole = known.whole(told.folded[at], told.folded[at + 1])
    last = at + 1 if whole or around(told, at + 2) == LINE else at + 2
    sure = whole or _inside(told, at)
    return Name(told.span(at, at)[0], told.span(last, last)[1], told.said(at, at + 1), told.said(at, last), sure)


def _apart(told: Words, at: int) -> bool:
    """Whether the two are the whole of what has capitals, which are no abbreviation."""
    before, second, after = (_token(told, near) for near in (at - 1, at + 1, at + 2))
    alone = not before.istitle() and not before.isupper() and not after[:1].isupper()
    return alone and (second.islower() or second.istitle())


def _inside(told: Words, at: int) -> bool:
    """Whether a word or a comma stands before, or the mark of a name."""
    before = _token(told, at - 1)
    return before.islower() or before == ","


def _token(told: Words, at: int) -> str:
    return told.tokens[at] if 0 <= at < len(told.tokens) else ""


@rule("TXT407", Grain.WRITTEN, INFO)
def verb_small(file: Written, view: View) -> Iterator[Fault]:
    """A verb within a sentence has no capital: not *Đoàn Xây dựng mô hình*."""
    told = prose(file, view)
    for begin, (start, end, text) in told.each(_verbs, view.lexicon):
        if _in_text(told, begin):
            yield told.fault("TXT407", begin + start, begin + end, text=text)


@remembered
def _verbs(line: str, lexicon: Lexicon) -> tuple[tuple[int, int, str], ...]:
    """The verbs of *line* that open a task and have a capital behind a word that leads to no name."""
    verbs, leading = lexicon.view(_openers)
    told = words(line)
    pairs = zip(told.tokens, told.tokens[1:], strict=False)
    places = (at for at, pair in enumerate(pairs) if pair in verbs and at and _runs_on(told, at, leading))
    return tuple((*told.span(at, at + 1), told.said(at, at + 1)) for at in places)


def _runs_on(told: Words, at: int, leading: frozenset[str]) -> bool:
    """Whether the sentence runs on from the word before the verb to small letters behind it."""
    before, after = _token(told, at - 1), told.tokens[at + 2 : at + 4]
    led = before.isalpha() and not before.isupper() and told.folded[at - 1] not in leading
    named = before.istitle() and _token(told, at - 2)[:1].isupper()
    return led and not named and len(after) > 1 and all(token.islower() for token in after)


def _openers(lexicon: Lexicon) -> tuple[frozenset[tuple[str, ...]], frozenset[str]]:
    verbs = frozenset(tuple(verb.split()) for verb in lexicon.words("prose", "openers"))
    return verbs, frozenset(lexicon.words("prose", "leading"))
