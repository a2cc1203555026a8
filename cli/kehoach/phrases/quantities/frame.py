"""The fixed parts of a quantity phrase: what stands before the number, at it, and after the unit."""

from collections.abc import Iterator, Mapping
from re import Pattern

from kehoach.patterns import any_case, caseless
from kehoach.phrases.choices import begun_whole, choice, whole
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantities.model import Op
from kehoach.phrases.quantities.numbers import NUMBER
from kehoach.phrases.quantities.words import WORD, Lists
from kehoach.records import dataclass

OPS = (Op.AT_LEAST, Op.MORE_THAN, Op.AT_MOST, Op.LESS_THAN, Op.ABOUT)


@dataclass(frozen=True, slots=True)
class Frame:
    """Patterns for a plain text: *lead* is searched before the number, the others match after it.

    *leads* finds the word that a lead begins with. *inverted* is the frequency that names its period
    first (``1 quý/1 lần``), *opening* what may stand before a phrase that is quoted alone, *grade* the
    end of a unit whose ``trở lên`` is not the number's. Those of the lead, *currency*, *trailing*,
    *grade* and *every* are for small letters.
    """

    leads: Pattern[str]
    lead: Pattern[str]
    opening: Pattern[str]
    amount: Pattern[str]
    currency: Pattern[str]
    trailing: Pattern[str]
    grade: Pattern[str]
    every: Pattern[str]
    inverted: Pattern[str]
    against: Pattern[str]
    new_clause: Pattern[str]
    total: Pattern[str]
    multipliers: Mapping[str, int]


def frame_of(lexicon: Lexicon) -> Frame:
    """The frame in the words of *lexicon*."""
    lists = Lists(lexicon)
    return Frame(
        leads=caseless(begun_whole(_leads(lists))),
        lead=caseless(_lead(lists)),
        opening=any_case(rf"\s*{whole(lists('fillers'))}\s+"),
        amount=any_case(_amount(lists)),
        currency=caseless(rf"\s*(?P<unit>(?<!{WORD[:-1]}){choice(lists('currencies'))}(?!\w))"),
        trailing=caseless(rf"\s*{_comparators(lists, 'after')}"),
        grade=caseless(rf"{begun_whole(lists('grades'))}\Z"),
        every=caseless(_every(lists)),
        inverted=any_case(_inverted(lists)),
        against=any_case(rf"\s*{whole([lists.word('growth', 'against')])}\s+"),
        new_clause=any_case(rf"\s+{choice(lists('new_clause'))}\s"),
        total=any_case(rf"\s*{whole(lists('total'))}\s+"),
        multipliers=multipliers(lists),
    )


def multipliers(lists: Lists) -> Mapping[str, int]:
    """The words that multiply a number, in small letters."""
    return {word.casefold(): int(str(value)) for word, value in lists.table("multipliers").items()}


def _comparators(lists: Lists, side: str) -> str:
    known = lists.table("comparators", side)
    return "(?:" + "|".join(rf"(?P<{side}_{op}>{whole(lists('comparators', side, op))})" for op in known) + ")"


def _leads(lists: Lists) -> Iterator[str]:
    """The words that a lead begins with."""
    yield from (*lists("ambition", "words"), *lists("every"), *lists("growth", "up"), *lists("growth", "down"))
    for op in lists.table("comparators", "before"):
        yield from lists("comparators", "before", op)
    yield from (*lists("reached"), lists.word("from"))


def _lead(lists: Lists) -> str:
    strive = rf"(?P<ambition>{whole(lists('ambition', 'words'))})(?:\s+{WORD}){{0,6}}?\s+"
    each = rf"{whole(lists('every'))}\s+(?P<lead_every>{whole(lists('periods'))}),?\s+"
    growth = rf"(?:(?P<up>{whole(lists('growth', 'up'))})|(?P<down>{whole(lists('growth', 'down'))}))\s+"
    reached = rf"(?:(?P<reached>{whole(lists('reached'))})\s+)?"
    since = rf"(?P<since>{whole([lists.word('from')])})\s+"
    before = rf"{_comparators(lists, 'before')}\s+"
    parts = rf"(?:{strive})?(?:{each})?(?:{growth})?(?:{before})?(?:{reached}{since})?"
    return rf"(?<!\w)(?=[^\W\d_]){parts}\Z"


def _amount(lists: Lists) -> str:
    percent = rf"(?:{choice(lists('percent'))}(?!\w))"
    multiplier = rf"(?P<multiplier>{whole(lists.table('multipliers'))})"
    points = rf"(?P<points>{choice(lists('growth', 'points'))}(?!\w))"
    dash = rf"\s*(?:[-–—]|{whole(lists('to'))})\s*"
    glued = rf"(?!(?!{choice(lists('glued'))}(?!\w))\w)"
    return (
        rf"(?P<low>{NUMBER})(?:(?:\s*{percent})?{dash}(?P<high>{NUMBER})(?![\d/]|[.,]\d))?{glued}"
        rf"(?:\s*{points}|\s*(?P<percent>{percent}))?(?:\s*{multiplier})?"
    )


def _every(lists: Lists) -> str:
    periods = whole(lists("periods"))
    after_stroke = rf"\s*/\s*(?:(?P<period>{periods})|(?P<thing>{WORD}))"
    return rf"{after_stroke}|\s+{whole(lists('every'))}\s+(?P<word>{periods})"


def _inverted(lists: Lists) -> str:
    periods, times = whole(lists("periods")), whole(lists("times"))
    return rf"(?P<length>\d+)\s*(?P<period>{periods})\s*/\s*(?P<low>\d+)\s*(?P<unit>{times})"
