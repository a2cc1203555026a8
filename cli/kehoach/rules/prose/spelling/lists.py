"""The spelling lists as the rules ask them: which words there are, which syllables stand alone, what may be meant."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise, product

from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass, field
from kehoach.rules.prose.spelling.syllable import folded

WORDS, ALONE, TERMS, LOANS = "words", "alone", "terms", "loans"
SMALL, LINKS, SLIPS, DOUBLETS, TOGETHER = "small", "links", "slips", "doublets", "together"
Pair = tuple[str, str]
Phrase = tuple[str, ...]
ARROW = " -> "
NUMBER = "#"
OR, SAME = "|", "~"
NONE: frozenset[str] = frozenset()
SIGNS = (",", ".", ";", ":", "-", "–", "(", ")", "“", "”", "/", "%", "\n")


@dataclass(frozen=True, slots=True)
class Slip:
    """A fixed phrase as it is miswritten, token by token, and as it should be; *NUMBER* stands for any number.

    It is looked for where its tokens from *oddest* on stand, two that seldom follow one another. A *free* one does
    not stand where its first syllable ends a word.
    """

    wrong: tuple[str, ...]
    right: str
    oddest: int = 0
    free: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """The word lists, all words folded.

    *after* holds, for a syllable, the syllables that follow it in words, doublets and sayings, *pairs* what stands
    together in our own terms; *before_term* and *after_term* the other syllable of every term of two. *alone* are
    syllables that are words by themselves, *loans* what is no Vietnamese syllable and yet right, *small* the words of
    grammar, *links* what a fixed phrase that has it cannot do without. *phrases* are our terms.
    *syllables* are those of all words, *calm* the tokens that need no other beside them. *spelled* tells how a folded
    syllable of our terms is written.
    """

    after: Mapping[str, frozenset[str]]
    pairs: frozenset[Pair]
    before_term: Mapping[str, frozenset[str]]
    after_term: Mapping[str, frozenset[str]]
    alone: frozenset[str]
    loans: frozenset[str]
    small: frozenset[str]
    links: frozenset[str]
    phrases: tuple[Phrase, ...]
    slips: Mapping[Pair, tuple[Slip, ...]]
    syllables: frozenset[str] = frozenset()
    calm: frozenset[str] = frozenset()
    spelled: Mapping[str, str] = field(default_factory=dict)

    def word(self, first: str, second: str) -> bool:
        """Whether the two syllables follow one another in a word that we know."""
        return second in self.after.get(first, NONE) or (first, second) in self.pairs

    def whole(self, first: str, second: str) -> bool:
        """Whether the two syllables are such a pair by themselves, not just within a longer term of ours."""
        return second in self.after.get(first, NONE)

    def attested(self, syllable: str) -> bool:
        """Whether the syllable stands in any list."""
        return syllable in self.syllables or syllable in self.alone


def lists(lexicon: Lexicon) -> Lists:
    """The word lists of *lexicon*."""
    return lexicon.view(_lists)


def _lists(lexicon: Lexicon) -> Lists:
    texts = {name: str(text) for name, text in lexicon.table("spelling").items()}
    kept = {WORDS, ALONE, TERMS, LOANS, SMALL, LINKS, SLIPS, DOUBLETS, TOGETHER}
    own = [line for name, text in texts.items() if name not in kept for line in text.splitlines()]
    terms = [line.lower().split() for line in [*texts[TERMS].splitlines(), *own]]
    folds = {syllable: folded(syllable) for syllable in {syllable for term in terms for syllable in term}}
    spelled = {fold: syllable for syllable, fold in sorted(folds.items())}
    keys = [tuple(folds[syllable] for syllable in term) for term in terms]
    twos = [(key[0], key[1]) for key in keys if len(key) == 2]
    loans = frozenset([*texts[LOANS].lower().split(), *(key[0] for key in keys if len(key) == 1)])
    alone = frozenset(texts[ALONE].split())
    after = _after(texts[WORDS], [*twos, *_together(texts)])
    pairs = frozenset(pair for key in keys for pair in pairwise(key))
    small = frozenset(map(folded, texts[SMALL].split()))
    return Lists(
        after,
        pairs,
        _by(twos, 1),
        _by(twos, 0),
        alone,
        loans,
        small,
        frozenset(map(folded, texts[LINKS].split())),
        tuple(dict.fromkeys(keys)),
        _slips(texts[SLIPS], lambda pair: pair[1] in after.get(pair[0], NONE) or pair in pairs or pair[0] in small),
        frozenset([*texts[WORDS].replace(":", " ").split(), *spelled]),
        alone.union(loans, SIGNS),
        spelled,
    )


def _together(texts: Mapping[str, str]) -> Iterator[Pair]:
    """The pairs that stand together in sound texts and are no words: doublets, and neighbours of a saying."""
    yield from ((twice, twice) for twice in texts[DOUBLETS].split())
    for line in texts[TOGETHER].splitlines():
        yield from pairwise(map(folded, line.split()))


def _after(text: str, twos: list[Pair]) -> Mapping[str, frozenset[str]]:
    """The second syllables of words, by their first."""
    lines = (line.partition(":") for line in text.splitlines())
    found = {first: frozenset(rest.split()) for first, _, rest in lines}
    return found | {first: found.get(first, NONE) | seconds for first, seconds in _by(twos, 0).items()}


def _by(pairs: list[Pair], side: int) -> Mapping[str, frozenset[str]]:
    """The other syllables of *pairs* by the one on *side*."""
    found: dict[str, set[str]] = {}
    for pair in pairs:
        found.setdefault(pair[side], set()).add(pair[1 - side])
    return {syllable: frozenset(others) for syllable, others in found.items()}


def _slips(text: str, usual: Callable[[Pair], bool]) -> Mapping[Pair, tuple[Slip, ...]]:
    """The slips by two tokens that are not *usual*, or their first two."""
    found: dict[Pair, tuple[Slip, ...]] = {}
    for line in text.splitlines():
        wrong, _, right = line.partition(ARROW)
        for words in product(*(one.split(OR) for one in wrong.split())):
            tokens = tuple(NUMBER if word[0].isdigit() else folded(word) for word in words)
            pairs = list(pairwise(tokens))
            oddest = next((at for at, pair in enumerate(pairs) if not usual(pair)), 0)
            slip = Slip(tokens, _kept(right, words), oddest, SAME in right)
            found[pairs[oddest]] = (*found.get(pairs[oddest], ()), slip)
    return found


def _kept(right: str, words: Sequence[str]) -> str:
    """*right* with those of the wrong *words* that stay as they are, which it calls by their number, from 1."""
    if SAME not in right:
        return right
    return " ".join(words[int(word[1:]) - 1] if word[0] == SAME else word for word in right.split())
