"""Capitals of one name and of verbs within a sentence."""

from collections import Counter
from collections.abc import Iterator
from itertools import compress, pairwise, repeat

from kehoach.findings import Fault
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass
from kehoach.rules.prose.misnamed import Misnamed, inside, misnamed
from kehoach.rules.prose.prose import ANY, LINE, Prose, prose
from kehoach.rules.prose.spelling.context import around
from kehoach.rules.prose.spelling.lists import Lists, lists
from kehoach.rules.prose.words import Words, words
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

TITLE = "title"
Forms = dict[str, list[tuple[int, "Name"]]]


@dataclass(frozen=True, slots=True)
class Name:
    """How the first words of a name are written, the first with a capital: the tokens *first* to *last*.

    They are two, or three where two are no word. *sure*: they are a word by themselves, or stand inside a sentence.
    """

    first: int
    last: int
    text: str
    sure: bool


@rule("TXT406", Grain.WRITTEN, INFO)
def name_alike(file: Written, view: View) -> Iterator[Fault]:
    """A name has the same capitals throughout a document: not *Tết Nguyên đán* and *Tết nguyên đán*.

    Said once for each name, at the first of the rarer form.
    """
    told = prose(file, view)
    found: dict[str, Forms] = {}
    for begin, name in _of_pairs(in_two_ways(file, view), told, view.lexicon):
        found.setdefault(name.text.lower(), {}).setdefault(name.text, []).append((begin, name))
    wrong = misnamed(file, view) if any(len(forms) > 1 for forms in found.values()) else ()
    for forms in (_in_text(told, forms, wrong) for forms in found.values() if len(forms) > 1):
        if len(forms) > 1 and any(name.sure for places in forms.values() for _, name in places):
            yield _of_two(told, forms)


def in_two_ways(file: Written, view: View) -> frozenset[str]:
    """The pairs of words of *file*, the first with a capital, that have other capitals elsewhere in it."""
    return view.once(_in_two_ways, file)


def _in_two_ways(file: Written, view: View) -> frozenset[str]:
    written = frozenset[str]().union(*map(pairs, prose(file, view).wordings, repeat(view.lexicon)))
    ways = Counter(map(str.lower, written))
    return frozenset(pair for pair in written if ways[pair.lower()] > 1) if len(ways) < len(written) else frozenset()


def _of_pairs(doubtful: frozenset[str], told: Prose, lexicon: Lexicon) -> Iterator[tuple[int, Name]]:
    """The names on lines that hold any of the pairs, with where those lines begin."""
    for begin, line, wording in zip(told.starts, told.lines, told.wordings, strict=True) if doubtful else ():
        if not doubtful.isdisjoint(pairs(wording, lexicon)):
            numbered = any(name.text.endswith(ANY) for name in _names(wording, lexicon))
            yield from ((begin, name) for name in _names(line if numbered else wording, lexicon))


@remembered
def pairs(line: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of *line* with a capital, each with the word behind it."""
    tokens = words(line).tokens
    return frozenset(map(" ".join, compress(pairwise(tokens), map(str.istitle, tokens))))


def _in_text(told: Prose, forms: Forms, wrong: tuple[Misnamed, ...]) -> Forms:
    """*forms* without those that stand in titles only, or are told as a *wrong* name."""
    kept = {
        text: [(at, name) for at, name in places if _no_title(told, at) and not inside(wrong, *_span(told, at, name))]
        for text, places in forms.items()
    }
    return {text: places for text, places in kept.items() if places}


def _span(told: Prose, begin: int, name: Name) -> tuple[int, int]:
    """Where the *name* in the line from *begin* on stands in the text."""
    start, end = _words(told, begin).span(name.first, name.last)
    return begin + start, begin + end


def _no_title(told: Prose, begin: int) -> bool:
    return told.passages[told.at(begin)].key != TITLE


def _of_two(told: Prose, forms: Forms) -> Fault:
    """The fault of a name with two sets of capitals, of equally many that with fewer."""
    rare, usual = sorted(forms, key=lambda text: (len(forms[text]), sum(map(str.isupper, text))))[:2]
    begin, name = forms[rare][0]
    text, usually = (_shown(told, forms[form]) for form in (rare, usual))
    return told.fault("TXT406", *_span(told, begin, name), text=text, usual=usually)


def _shown(told: Prose, places: list[tuple[int, Name]]) -> str:
    begin, name = places[0]
    return _words(told, begin).said(name.first, name.last)


def _words(told: Prose, begin: int) -> Words:
    return words(told.lines[told.at(begin)])


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
    return Name(at, last, " ".join(told.tokens[at : last + 1]), whole or _inside(told, at))


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
    """A verb within a sentence has no capital: not *Đoàn Xây dựng mô hình*; nor has a word that links."""
    told = prose(file, view)
    for begin, (start, end, text) in told.worded(_raised, view.lexicon):
        if _no_title(told, begin):
            yield told.fault("TXT407", begin + start, begin + end, text=text)


@remembered
def _raised(line: str, lexicon: Lexicon) -> tuple[tuple[int, int, str], ...]:
    """The verbs and the linking words of *line* with a capital that is not theirs: from where to where, and which."""
    told, (verbs, links, leading) = words(line), lexicon.view(_openers)
    ends = [] if verbs.isdisjoint(pairs(line, lexicon)) else [(at, at + 1) for at in _verbs(told, verbs, leading)]
    ends += [] if links.isdisjoint(told.tokens) else [(at, at) for at in _links(told, links)]
    return tuple((*told.span(first, last), told.said(first, last)) for first, last in sorted(ends))


def _verbs(told: Words, verbs: frozenset[str], leading: frozenset[str]) -> Iterator[int]:
    """The verbs that open a task and have a capital behind a word that leads to no name."""
    for at, pair in enumerate(pairwise(told.tokens)):
        if at and " ".join(pair) in verbs and _runs_on(told, at, leading):
            yield at


def _links(told: Words, links: frozenset[str]) -> Iterator[int]:
    """The linking words with a capital between words in small letters."""
    for at, token in enumerate(told.tokens):
        if token in links and _token(told, at - 1).islower() and told.tokens[at + 1].islower():
            yield at


def _runs_on(told: Words, at: int, leading: frozenset[str]) -> bool:
    """Whether the sentence runs on from the word before the verb to small letters behind it."""
    before, after = _token(told, at - 1), told.tokens[at + 2 : at + 4]
    led = before.isalpha() and not before.isupper() and told.folded[at - 1] not in leading
    named = before.istitle() and _token(told, at - 2)[:1].isupper()
    return led and not named and len(after) > 1 and all(token.islower() for token in after)


def _openers(lexicon: Lexicon) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(lexicon.words("prose", name)) for name in ("openers", "linking", "leading"))
