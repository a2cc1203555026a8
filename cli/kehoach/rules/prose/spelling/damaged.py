"""Fixed phrases of the trade with one syllable lost, changed, or in the place of its neighbour."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import cast

from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass
from kehoach.rules.prose.spelling.likeness import alike
from kehoach.rules.prose.spelling.lists import Lists, Phrase, lists

SHORTEST = 4  # tokens of a phrase that the others give away when one is damaged
Damage = tuple[int, int, Phrase]
Keyed = Mapping[Phrase, Sequence[Phrase]]
Pairs = frozenset[tuple[str, str]]


@dataclass(frozen=True, slots=True, eq=False)
class Ends:
    """The pairs of tokens with which fixed phrases begin and end; one of them may be lost between the two."""

    heads: Pairs
    tails: Pairs


@dataclass(frozen=True, slots=True, eq=False)
class Phrases:
    """The fixed phrases by three of their tokens, so that few are looked at.

    *starts* and *ends* are looked for at three tokens in a row, *open* where one between the second and the last of
    the key is passed over, *close* where one behind the first is. *whole* are all phrases, the short ones too.
    """

    known: Lists
    whole: frozenset[Phrase]
    starts: Keyed
    ends: Keyed
    open: Keyed
    close: Keyed


def ends(lexicon: Lexicon) -> Ends:
    """How the keys of the fixed phrases begin and end."""
    known = lexicon.view(_phrases)
    return Ends(
        frozenset((one, two) for one, two, _ in chain(known.starts, known.open)),
        frozenset((two, three) for _, two, three in chain(known.ends, known.close)),
    )


def damaged(tokens: Phrase, heads: Iterable[int], tails: Iterable[int], lexicon: Lexicon) -> Iterator[Damage]:
    """The first and last of the *tokens* that are a damaged phrase, and that phrase.

    *heads* and *tails* are the second tokens of the pairs with which a phrase may begin or end.
    """
    phrases = lexicon.view(_phrases)
    around = ("", "", *tokens, "", "")
    for first, last, phrase in chain(_from(tokens, around, heads, phrases), _up_to(tokens, around, tails, phrases)):
        if tokens[first : last + 1] not in phrases.whole:
            yield first, last, phrase


def _from(tokens: Phrase, around: Phrase, heads: Iterable[int], phrases: Phrases) -> Iterator[Damage]:
    """The damaged phrases that begin at one of *heads*; *around* are the *tokens* with two empty ones on each side."""
    for at in heads:
        one, two, three, four = around[at + 1 : at + 5]
        for phrase in (*phrases.starts.get((one, two, three), ()), *phrases.open.get((one, two, four), ())):
            if tokens[at - 1 : at - 1 + len(phrase)] != phrase:
                yield from _ahead(tokens, at - 1, phrase, phrases.known)


def _up_to(tokens: Phrase, around: Phrase, tails: Iterable[int], phrases: Phrases) -> Iterator[Damage]:
    """The damaged phrases that end at one of *tails*; *around* as above."""
    for at in tails:
        one, two, three, four = around[at - 1 : at + 3]
        for phrase in (*phrases.ends.get((two, three, four), ()), *phrases.close.get((one, three, four), ())):
            start = at + 1 - len(phrase)
            if tokens[max(start, 0) : at + 1] != phrase and tokens[max(start + 2, 0) : at + 1] == phrase[2:]:
                yield from _behind(tokens, at + 1, phrase, phrases.known)


def _ahead(tokens: Phrase, start: int, phrase: Phrase, known: Lists) -> Iterable[Damage]:
    """The phrase from *start* on, damaged behind its second token."""
    size, end = len(phrase), start + len(phrase)
    ends = phrase[-1] in tokens[end - 2 : end] or tokens[start : end - 1] == phrase[:-1]
    if not ends:
        return ()
    at = next((at for at, pair in enumerate(zip(tokens[start:], phrase, strict=False)) if pair[0] != pair[1]), size)
    if at == size:
        return ()
    return chain(_lost(tokens, start, phrase, at, known), _changed(tokens, start, phrase, at, known))


def _behind(tokens: Phrase, end: int, phrase: Phrase, known: Lists) -> Iterable[Damage]:
    """The phrase up to *end*, damaged at its first or second token."""
    size = len(phrase)
    changed = (_changed(tokens, end - size, phrase, at, known) for at in (0, 1))
    return chain(_lost(tokens, end - size + 1, phrase, 1, known), *changed)


def _lost(tokens: Phrase, start: int, phrase: Phrase, at: int, known: Lists) -> Iterator[Damage]:
    """The phrase from *start* on without its token *at*."""
    end = start + len(phrase) - 1
    inner = start >= 0 and 0 < at < len(phrase) - 1
    if inner and tokens[start:end] == phrase[:at] + phrase[at + 1 :] and _needed(tokens, start + at, phrase[at], known):
        yield start, end - 1, phrase


def _needed(tokens: Phrase, at: int, lost: str, known: Lists) -> bool:
    """Whether *lost* has to stand before the token *at*: it links, or half a word is left without it."""
    before, after = tokens[at - 1 : at + 1]
    if known.whole(before, after):
        return False
    if lost in known.links:
        return True
    halved = known.whole(before, lost) and not known.whole(tokens[at - 2], before) and before not in known.alone
    behind = known.whole(lost, after) and not known.whole(after, "".join(tokens[at + 1 : at + 2]))
    return halved or (behind and after not in known.alone)


def _changed(tokens: Phrase, start: int, phrase: Phrase, at: int, known: Lists) -> Iterator[Damage]:
    """The phrase from *start* on with another syllable at *at*, or with this and the next in each other's place."""
    end = start + len(phrase)
    if start < 0 or tokens[start : start + at] != phrase[:at]:
        return
    found = tokens[start + at : end]
    turned = found[:2] == phrase[at : at + 2][::-1] and found[2:] == phrase[at + 2 :] and not known.word(*found[:2])
    rest = phrase[at + 1 :]
    other = found[1:] == rest and len(found) > len(rest) and (alike(found[0], phrase[at]) or found[:1] == rest[:1])
    if turned or (other and found[0].isalpha() and not _taken(tokens, start, at, known)):
        yield start, end - 1, phrase


def _taken(tokens: Phrase, start: int, at: int, known: Lists) -> bool:
    """Whether the first token of a phrase belongs to the word before it."""
    return at == 0 and start > 0 and known.whole(tokens[start - 1], tokens[start])


def _phrases(lexicon: Lexicon) -> Phrases:
    known = lists(lexicon)
    found = Phrases(known, frozenset(known.phrases), {}, {}, {}, {})
    for phrase in known.phrases:
        if len(phrase) >= SHORTEST:
            one, two, three, four = phrase[:4]
            short = len(phrase) == SHORTEST
            _enter(found.starts, phrase, (one, two, three), (one, two, four))
            _enter(found.open, phrase, (one, two, four))
            _enter(found.ends, phrase, *([(one, three, four), (two, three, four)] if short else [phrase[-3:]]))
            _enter(found.close, phrase, *([(one, three, four)] if short else []))
    return found


def _enter(phrases: Keyed, phrase: Phrase, *keys: Phrase) -> None:
    for key in keys:
        cast("dict[Phrase, list[Phrase]]", phrases).setdefault(key, []).append(phrase)
