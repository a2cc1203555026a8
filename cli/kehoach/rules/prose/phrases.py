"""Real syllables that are wrong where they stand: proposals, never certain."""

from collections.abc import Iterator, Sequence
from itertools import chain, compress
from operator import eq

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.prose.misnamed import inside, misnamed
from kehoach.rules.prose.prose import LINE, prose
from kehoach.rules.prose.spelling.context import around, like, name
from kehoach.rules.prose.spelling.damaged import damaged
from kehoach.rules.prose.spelling.lists import NUMBER, Lists, Slip, lists
from kehoach.rules.prose.spelling.proposals import Proposals, proposals
from kehoach.rules.prose.strangers import readable, sayable, strangers
from kehoach.rules.prose.verdicts import HEADS, LONELY, SUSPECTS, TAILS, verdicts
from kehoach.rules.prose.words import Words, words
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

Stretch = tuple[int, int, str]
Said = tuple[int, int, str, str]
BEFORE_COMMA = compiled(" (?=,)")
BEGINNING = ".;:"


@rule("TXT603", Grain.WRITTEN, INFO)
def wrong_in_phrase(file: Written, view: View) -> Iterator[Fault]:
    """Two syllables that make no word, a hair's breadth from a term of the trade, were likely meant to be it.

    A spelling checker that knows syllables only is blind to *chuyên đổi số* and *vấn đè*. A longer fixed phrase is
    known even where one of its syllables is lost or another real word: *công trường an toàn giao thông*.
    """
    told = prose(file, view)
    for begin, (start, end, text, meant) in told.worded(_wrong, view.lexicon) if readable(file, view) else ():
        yield told.fault("TXT603", begin + start, begin + end, text=text, meant=meant)


def misspelt(text: str, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a phrase that is likely wrong stands from *start* to *end* of *text*, in part at least."""
    found = _wrong(text.replace(LINE, " "), lexicon)
    return any(first < end and start < last for first, last, _, _ in found)


@remembered
def _wrong(line: str, lexicon: Lexicon) -> tuple[Said, ...]:
    """What is likely wrong in *line*: from where to where, its words, and what was meant."""
    told = words(line)
    return tuple(
        (*told.span(first, last), told.said(first, last), like(told.tokens[first], meant))
        for first, last, meant in doubtful(line, lexicon)
    )


@remembered
def doubtful(line: str, lexicon: Lexicon) -> tuple[Stretch, ...]:
    """The first and last token of every phrase of *line* that is likely wrong, and what was meant."""
    found: list[Stretch] = []
    for first, last, meant in sorted(_found(line, lexicon), key=_longest):
        if not found or first > found[-1][1]:
            found.append((first, last, meant))
    return tuple(found)


def _found(line: str, lexicon: Lexicon) -> Iterator[Stretch]:
    return chain(_pairs(line, lexicon), _fixed(line, lexicon), _early(line, lexicon))


def _pairs(line: str, lexicon: Lexicon) -> Iterator[Stretch]:
    """What is likely wrong of two syllables, or is a slip of many."""
    told, near = words(line), proposals(lexicon)
    for second in SUSPECTS.finditer(verdicts(line, lexicon)):
        at = second.start() - 1
        meant = next(_meant(told, at, near), None)
        if meant and all(sayable(word, lexicon) for word in told.folded[meant[0] : meant[1] + 1]):
            yield meant


def _fixed(line: str, lexicon: Lexicon) -> Iterator[Stretch]:
    """The fixed phrases of *line* of which a syllable is lost or wrong."""
    found = verdicts(line, lexicon)
    heads, tails = ([pair.start() for pair in sort.finditer(found)] for sort in (HEADS, TAILS))
    told, spelled = words(line), lists(lexicon).spelled
    for first, last, phrase in damaged(told.keys, heads, tails, lexicon):
        possible = all(sayable(word, lexicon) for word in told.folded[first : last + 1])
        if possible and not _named(told, first, last):
            own = dict(zip(told.folded[first : last + 1], told.tokens[first : last + 1], strict=True))
            meant = " ".join(own.get(word) or spelled.get(word, word) for word in phrase)
            yield first, last, _filled(BEFORE_COMMA.sub("", meant), told.tokens[first : last + 1])


def _early(line: str, lexicon: Lexicon) -> Iterator[Stretch]:
    """Half a word that was typed before the word of grammar in front of it, and again: *cơ các cơ chế*."""
    told, known = words(line), lists(lexicon)
    folded = told.folded
    for at in compress(range(1, len(folded)), map(eq, folded[1:], folded[3:])):
        half, link, after = folded[at], folded[at + 1], around(told, at + 3)
        ready = link in known.small and half.isalpha() and half not in known.alone and known.whole(half, after)
        if ready and known.whole(around(told, at - 2), folded[at - 1]) and not known.whole(half, link):
            yield at, at + 3, told.said(at + 1, at + 3)


def _named(told: Words, first: int, last: int) -> bool:
    """Whether most of the tokens have a capital, as those of a name; a heading has only capitals."""
    tokens = told.tokens[first : last + 1]
    return sum(token.istitle() for token in tokens) * 2 > len(tokens)


def _longest(stretch: Stretch) -> tuple[int, int]:
    return stretch[0], -stretch[1]


def _meant(told: Words, at: int, near: Proposals) -> Iterator[Stretch]:
    """The first and last token of what is wrong at *at*, and what was meant."""
    pair = told.keys[at], told.keys[at + 1]
    for slip in near.known.slips.get(pair, ()):
        start = at - slip.oddest
        if start >= 0 and _fits(told, start, slip, near.known):
            end = start + len(slip.wrong)
            yield start, end - 1, _filled(slip.right, told.tokens[start:end])
    free = not name(told, at, at + 1) and not _place(told, at, near.known) and _loose(told, at, near.known)
    for first, second in near.of(pair) if free else ():
        spelled = near.known.spelled
        yield at, at + 1, f"{spelled.get(first, first)} {spelled.get(second, second)}"


def _place(told: Words, at: int, known: Lists) -> bool:
    """Whether words in capitals may be the name of a place or body, as *QUẬN TÂN BÌNH*."""
    return told.tokens[at].isupper() and around(told, at - 1) in known.small


def _fits(told: Words, at: int, slip: Slip, known: Lists) -> bool:
    """Whether the slip stands there; what a number counts is none (*20 năm vững tin*), nor a name or a word's end."""
    before, end = around(told, at - 1), at + len(slip.wrong)
    bound = slip.free and known.whole(before, told.folded[at])
    if before[:1].isdigit() or bound or all(map(str.istitle, told.tokens[at:end])):
        return False
    return told.keys[at:end] == slip.wrong


def _filled(right: str, tokens: Sequence[str]) -> str:
    """The right phrase with the numbers of the text."""
    numbers = (token for token in tokens if token[:1].isdigit())
    return "".join(next(numbers, letter) if letter == NUMBER else letter for letter in right)


def _loose(told: Words, at: int, known: Lists) -> bool:
    """Whether neither syllable of the pair from *at* on makes a word with what stands on its other side.

    No word goes on with a capital: *xây dụng Công trình*.
    """
    before = known.whole(around(told, at - 1), told.folded[at])
    apart = told.tokens[at + 1].islower() and "".join(told.tokens[at + 2 : at + 3])[:1].isupper()
    return not before and (apart or not known.whole(around(told, at + 1), around(told, at + 2)))


@rule("TXT604", Grain.WRITTEN, INFO)
def syllable_alone(file: Written, view: View) -> Iterator[Fault]:
    """A syllable that is only ever part of a word has its other part beside it.

    Where it stands alone, a word was lost or half of it mistyped: *xuất sắc nhiệm công tác*.
    """
    told = prose(file, view)
    for begin, (start, end, text, beside) in told.worded(_alone, view.lexicon) if readable(file, view) else ():
        if not inside(misnamed(file, view), begin + start, begin + end):
            yield told.fault("TXT604", begin + start, begin + end, text=text, around=beside)


@remembered
def _alone(line: str, lexicon: Lexicon) -> tuple[Said, ...]:
    """The syllables of *line* that stand alone: from where to where, the syllable, and it with its neighbours.

    Of two side by side the first; none beside what is told as another fault.
    """
    lonely = [alone.start() for alone in LONELY.finditer(verdicts(line, lexicon))]
    if not lonely:
        return ()
    told, known = words(line), lists(lexicon)
    said = {at for first, last, _ in doubtful(line, lexicon) for at in range(first - 1, last + 2)}
    said.update(near for at in strangers(line, lexicon).tokens for near in (at - 1, at, at + 1))
    free = (at for at in lonely if at not in said and not told.tokens[at].isupper())
    found = [at for at in free if known.attested(told.folded[at]) and _followed(told, at)]
    return tuple(
        (*told.span(at, at), told.tokens[at], told.said(max(at - 1, 0), at + 1).strip())
        for at in found
        if at - 1 not in found
    )


def _followed(told: Words, at: int) -> bool:
    """Whether a word stands before and a word or number after: no sign that ends or lists anything, and no like.

    Where a sentence or a part of one begins, a word in small letters has to follow.
    """
    before, after = around(told, at - 1), around(told, at + 1)
    if told.folded[at] in (before, after):
        return False
    small = told.tokens[at].islower()
    if before.isalpha():
        return small and after[:1].isalnum()
    return (not before or before in BEGINNING) and after.isalpha() and told.tokens[at + 1].islower()
