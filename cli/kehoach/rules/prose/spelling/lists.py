"""The spelling lists as the rules ask them: which words there are, which syllables stand alone, what may be meant."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass, field
from kehoach.rules.prose.spelling.syllable import folded

WORDS, ALONE, TERMS, LOANS, SMALL, SLIPS = "words", "alone", "terms", "loans", "small", "slips"
Pair = tuple[str, str]
ARROW = " -> "
NUMBER = "#"


@dataclass(frozen=True, slots=True)
class Slip:
    """A fixed phrase as it is miswritten, token by token, and as it should be; *NUMBER* stands for any number."""

    wrong: tuple[str, ...]
    right: str


@dataclass(frozen=True, slots=True, eq=False)
class Lists:
    """The word lists, all words folded.

    *after* holds, for a syllable, the syllables that follow it in words, a space around each; *pairs* those of our
    own terms; *before_term* and *after_term* the other syllable of every term of two. *alone* are syllables that are
    words by themselves, *loans* what is no Vietnamese syllable and yet right, *small* the words of grammar.
    *syllables* are those of all words, *spelled* tells how a folded one of our terms is written.
    """

    after: Mapping[str, str]
    pairs: frozenset[Pair]
    before_term: Mapping[str, frozenset[str]]
    after_term: Mapping[str, frozenset[str]]
    alone: frozenset[str]
    loans: frozenset[str]
    small: frozenset[str]
    slips: Mapping[Pair, tuple[Slip, ...]]
    syllables: frozenset[str] = frozenset()
    spelled: Mapping[str, str] = field(default_factory=dict)

    def word(self, first: str, second: str) -> bool:
        """Whether the two syllables follow one another in a word that we know."""
        return f" {second} " in self.after.get(first, "") or (first, second) in self.pairs

    @property
    def calm(self) -> frozenset[str]:
        """Syllables that need no other beside them."""
        return self.alone | self.loans

    def whole(self, first: str, second: str) -> bool:
        """Whether the two syllables are such a pair by themselves, not just within a longer term of ours."""
        return f" {second} " in self.after.get(first, "") or second in self.after_term.get(first, ())

    def attested(self, syllable: str) -> bool:
        """Whether the syllable stands in any list."""
        return syllable in self.syllables or syllable in self.alone


def lists(lexicon: Lexicon) -> Lists:
    """The word lists of *lexicon*."""
    return lexicon.view(_lists)


def _lists(lexicon: Lexicon) -> Lists:
    texts = {name: str(text) for name, text in lexicon.table("spelling").items()}
    kept = {WORDS, ALONE, TERMS, LOANS, SMALL, SLIPS}
    own = [line for name, text in texts.items() if name not in kept for line in text.splitlines()]
    terms = [line.lower().split() for line in [*texts[TERMS].splitlines(), *own]]
    spelled = {folded(syllable): syllable for term in terms for syllable in term}
    keys = [tuple(folded(syllable) for syllable in term) for term in terms]
    twos = [(key[0], key[1]) for key in keys if len(key) == 2]
    return Lists(
        dict(_grouped(texts[WORDS])),
        frozenset(pair for key in keys for pair in pairwise(key)),
        _by(twos, 1),
        _by(twos, 0),
        frozenset(map(folded, texts[ALONE].split())),
        frozenset([*texts[LOANS].lower().split(), *(key[0] for key in keys if len(key) == 1)]),
        frozenset(map(folded, texts[SMALL].split())),
        _slips(texts[SLIPS]),
        frozenset([*texts[WORDS].replace(":", " ").split(), *spelled]),
        spelled,
    )


def _grouped(text: str) -> Iterator[Pair]:
    for line in text.splitlines():
        first, _, rest = line.partition(":")
        yield first, f"{rest} "


def _by(pairs: list[Pair], side: int) -> Mapping[str, frozenset[str]]:
    """The other syllables of *pairs* by the one on *side*."""
    found: dict[str, set[str]] = {}
    for pair in pairs:
        found.setdefault(pair[side], set()).add(pair[1 - side])
    return {syllable: frozenset(others) for syllable, others in found.items()}


def _slips(text: str) -> Mapping[Pair, tuple[Slip, ...]]:
    """The slips by their first two tokens."""
    found: dict[Pair, tuple[Slip, ...]] = {}
    for line in text.splitlines():
        wrong, _, right = line.partition(ARROW)
        tokens = tuple(folded(token) for token in wrong.split())
        start = tokens[0], tokens[1]
        found[start] = (*found.get(start, ()), Slip(tokens, right))
    return found
