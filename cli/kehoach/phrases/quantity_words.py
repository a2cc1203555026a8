"""The word lists of the quantity grammar, compiled once for each lexicon."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from re import Pattern

from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.numbers import NUMBER
from kehoach.phrases.quantity_model import Op

OPS = (Op.AT_LEAST, Op.MORE_THAN, Op.AT_MOST, Op.LESS_THAN, Op.ABOUT)
_WORD = r"[^\W\d_]+"


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns to be matched at a position of a plain text; *nouns* maps a noun to its class."""

    lead: Pattern[str]
    opening: Pattern[str]
    amount: Pattern[str]
    trailing: Pattern[str]
    every: Pattern[str]
    inverted: Pattern[str]
    against: Pattern[str]
    total: Pattern[str]
    quantifier: Pattern[str]
    noun: Pattern[str]
    nouns: Mapping[str, str]
    stop: Pattern[str]
    deed: Pattern[str]
    keep: Pattern[str]
    grade: Pattern[str]
    strive: Pattern[str]
    never_strive: Pattern[str]
    often: Pattern[str]
    each: Pattern[str]
    place_before: Pattern[str]
    known: Pattern[str]
    multipliers: Mapping[str, int]
    currency: Pattern[str]
    comparators: Mapping[Op, str]
    usual: Mapping[str, str]


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of *words*, the longest first, whatever the spaces between their syllables."""
    ordered = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(r"\s+".join(map(re.escape, word.split())) for word in ordered) + ")"


def whole(words: Iterable[str]) -> str:
    """A pattern for any of *words* as whole words."""
    return rf"(?<!\w){any_of(words)}(?!\w)"


def words_of(lexicon: Lexicon) -> Words:
    """The compiled words of *lexicon*."""
    at = _At(lexicon)
    nouns = {
        word.casefold(): group for group in lexicon.table("quantities", "nouns") for word in at("nouns", group)
    }
    return Words(
        lead=_compiled(_lead(at)),
        opening=_compiled(rf"\s*{whole(at('fillers'))}\s+"),
        amount=_compiled(_amount(at)),
        trailing=_compiled(rf"\s*{_comparators(at, 'after')}"),
        every=_compiled(_every(at)),
        inverted=_compiled(_inverted(at)),
        against=_compiled(rf"\s*{whole([at.word('growth', 'against')])}\s+"),
        total=_compiled(rf"\s*{whole(at('total'))}\s+"),
        quantifier=_compiled(rf"{whole(at('quantifiers'))}\s+"),
        noun=_compiled(whole(nouns)),
        nouns=nouns,
        stop=_compiled(whole(_all_stops(at))),
        deed=_compiled(whole(at("deeds"))),
        keep=_compiled(whole(at("keeps"))),
        grade=_compiled(rf"{whole(at('grades'))}\Z"),
        strive=_compiled(rf"{whole(at('ambition', 'words'))}|(?P<slip>{whole(at('ambition', 'slips'))})"),
        never_strive=_compiled(rf"{whole(at('ambition', 'never_after'))}\s+\Z"),
        often=_compiled(rf"{whole(at('every'))}\s+(?P<period>{whole(at('periods'))})"),
        each=_compiled(rf"{whole(at('each'))}\s+(?!{whole(at('periods'))})"),
        place_before=_compiled(rf"{whole(at('scope_after'))}\s+\Z"),
        known=_compiled(rf"{whole((*_all_stops(at), *at('deeds')))}|\d"),
        multipliers=_multipliers(lexicon),
        currency=_compiled(rf"\s*(?P<unit>(?<![^\W\d_]){any_of(at('currencies'))}(?!\w))"),
        comparators={op: at("comparators", "before", op)[0] for op in OPS}
        | {Op.BETWEEN: ""},
        usual={"ambition": at("ambition", "words")[0], "against": at.word("growth", "against"),
                    "up": at("growth", "up")[-1], "down": at("growth", "down")[-1],
                    "points": at("growth", "points")[0]},
    )


@dataclass(frozen=True, slots=True)
class _At:
    lexicon: Lexicon

    def __call__(self, *path: str) -> tuple[str, ...]:
        return self.lexicon.words("quantities", *path)

    def word(self, *path: str) -> str:
        return str(self.lexicon.at("quantities", *path))


def _all_stops(at: _At) -> Iterable[str]:
    yield from at("stops")
    yield from at("reached")
    yield from at("ambition", "words")
    yield from at("ambition", "slips")
    for side in ("before", "after"):
        for op in at.lexicon.table("quantities", "comparators", side):
            yield from at("comparators", side, op)


def _compiled(pattern: str) -> Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _multipliers(lexicon: Lexicon) -> Mapping[str, int]:
    table = lexicon.table("quantities", "multipliers")
    return {word.casefold(): int(str(value)) for word, value in table.items()}


def _comparators(at: _At, side: str) -> str:
    known = at.lexicon.table("quantities", "comparators", side)
    return "(?:" + "|".join(rf"(?P<{side}_{op}>{whole(at('comparators', side, op))})" for op in known) + ")"


def _lead(at: _At) -> str:
    """What may stand before the number, to be searched in the words before it, up to their end."""
    strive = rf"(?P<ambition>{whole(at('ambition', 'words'))})(?:\s+{_WORD}){{0,6}}?\s+"
    each = rf"{whole(at('every'))}\s+(?P<lead_every>{whole(at('periods'))}),?\s+"
    growth = rf"(?:(?P<up>{whole(at('growth', 'up'))})|(?P<down>{whole(at('growth', 'down'))}))\s+"
    reached = rf"(?:(?P<reached>{whole(at('reached'))})\s+)?"
    since = rf"(?P<since>{whole([at.word('from')])})\s+"
    before = rf"{_comparators(at, 'before')}\s+"
    return rf"(?:{strive})?(?:{each})?(?:{growth})?(?:{before})?(?:{reached}{since})?\Z"


def _amount(at: _At) -> str:
    percent = rf"(?:{any_of(at('percent'))}(?!\w))"
    multiplier = rf"(?P<multiplier>{whole(at.lexicon.table('quantities', 'multipliers'))})"
    points = rf"(?P<points>{any_of(at('growth', 'points'))}(?!\w))"
    dash = rf"\s*(?:[-–—]|{whole(at('to'))})\s*"
    glued = rf"(?!(?!{any_of(at('glued'))}(?!\w))\w)"
    return (
        rf"(?P<low>{NUMBER})(?:(?P<low_percent>\s*{percent})?{dash}(?P<high>{NUMBER})(?![\d/]|[.,]\d))?{glued}"
        rf"(?:\s*{points}|\s*(?P<percent>{percent}))?(?:\s*{multiplier})?"
    )


def _every(at: _At) -> str:
    periods = whole(at("periods"))
    return rf"\s*/\s*(?:(?P<period>{periods})|(?P<thing>{_WORD}))|\s+{whole(at('every'))}\s+(?P<word>{periods})"


def _inverted(at: _At) -> str:
    periods, times = whole(at("periods")), whole(at("times"))
    return rf"(?P<length>\d+)\s*(?P<period>{periods})\s*/\s*(?P<low>\d+)\s*(?P<unit>{times})"
