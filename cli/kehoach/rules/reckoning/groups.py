"""Groups of one size against all that they hold."""

import re
from collections.abc import Iterator
from fractions import Fraction

from kehoach.findings import Fault
from kehoach.patterns import compiled, small
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Found
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass
from kehoach.rules.reckoning.amounts import (
    Slip,
    alike,
    figures,
    floor,
    persons,
    reader,
    sentence_end,
    singles,
    slips,
    within,
    written,
)
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

FEWEST = 3
REACH = 40
FAR = 110


@dataclass(frozen=True, slots=True)
class Words:
    """The words that tie groups to what they hold and to their total."""

    each: re.Pattern[str]
    divided: re.Pattern[str]
    for_whom: re.Pattern[str]
    in_all: re.Pattern[str]
    sorts: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Words":
        """The words in *lexicon*."""
        sorts = lexicon.table("reckoning", "named_otherwise")
        each, divided, for_whom, in_all = (
            "|".join(map(re.escape, sorted(lexicon.words("reckoning", name), key=len, reverse=True)))
            for name in ("each", "divided", "for_whom", "in_all")
        )
        return cls(
            compiled(rf"\b(?:{each}) ([^\W\d_]+)"),
            compiled(rf"\b(?:{divided})\b"),
            compiled(rf"\A[^\d.;,()]{{0,40}}\b(?:{for_whom})\b[^\d.;()]{{0,40}}\Z"),
            compiled(rf"\b(?:{in_all})\b[^\d.;()]{{0,30}}\Z"),
            tuple(lexicon.words("reckoning", "named_otherwise", sort) for sort in sorts),
        )

    def alike(self, groups: str) -> tuple[str, ...]:
        """The names under which *groups* may be counted: *20 Nhà nhân ái, mỗi căn …*."""
        return next((sort for sort in self.sorts if groups in sort), (groups,))


@rule("TGT504", Grain.WRITTEN, WARNING)
def groups_fill_the_whole(file: Written, view: View) -> Iterator[Fault]:
    """The number of groups times what each holds is the total said with them: 3 classes of 50 for 150 members."""
    yield from slips(_slips, file, view)


def _may(wording: str, lexicon: Lexicon) -> bool:
    return figures(wording) >= FEWEST and any(_eaches(wording, lexicon.view(Words.of)))


@reader(_may)
@remembered
def _slips(line: str, lexicon: Lexicon) -> tuple[Slip, ...]:
    return tuple(slip for each in _eaches(line, lexicon.view(Words.of)) for slip in _at(each, line, lexicon))


def _eaches(line: str, words: Words) -> Iterator[re.Match[str]]:
    """Where *line* tells what each of some groups holds that may be counted before."""
    low = small(line)
    return (each for each in words.each.finditer(low) if _counted(words.alike(each[1]), low[: each.start()]))


def _counted(names: tuple[str, ...], before: str) -> bool:
    """Whether a number of groups of one of *names* may stand *before*."""
    return any(part[-1:].isdigit() for name in names for part in before.split(f" {name}")[:-1])


def _at(each: re.Match[str], line: str, lexicon: Lexicon) -> Iterator[Slip]:
    """What is wrong with the groups that *each* speaks of."""
    found = singles(line, lexicon)
    groups = _groups(each, line, found, lexicon.view(Words.of))
    held = next(within(found, each.end(), min(each.end() + REACH, sentence_end(line, each.end()))), None)
    if groups is None or held is None or not _as_said(groups) or not _as_said(held):
        return
    if ";" in line[each.end() : held.start]:
        return
    total = _total(groups, held, line, found, lexicon)
    come = Fraction(groups.quantity.low) * Fraction(held.quantity.low)
    if total is not None and floor(total.quantity) and total.quantity.low != come:
        said = (
            ("count", groups.quantity.written),
            ("each", held.quantity.written),
            ("sum", written(come)),
            ("whole", total.quantity.written),
        )
        yield Slip("TGT504", min(total.start, groups.start), max(held.end, total.end), said)


def _groups(each: re.Match[str], line: str, found: tuple[Found, ...], words: Words) -> Found | None:
    """The nearest amount before *each* that counts the same groups, in the same sentence."""
    names = words.alike(each[1])
    before = [one for one in found if one.end <= each.start() and one.quantity.measure.startswith(names)]
    last = before[-1] if before else None
    return last if last and sentence_end(line, last.end) > each.start() else None


def _as_said(one: Found) -> bool:
    """Whether the number is neither a least nor a most."""
    return floor(one.quantity) and one.quantity.bare and one.carried.op is None


def _total(groups: Found, held: Found, line: str, found: tuple[Found, ...], lexicon: Lexicon) -> Found | None:
    """What *groups* hold together: what is divided into them, what they are for, or what is said in all."""
    words = lexicon.view(Words.of)
    for one in found:
        same = alike(one.quantity, held.quantity, lexicon)
        if one in (groups, held):
            continue
        if held.end <= one.start <= held.end + FAR and same and words.in_all.search(small(line)[held.end : one.start]):
            return one
        if same and groups.end <= one.start and _right_before(one, held, line, words):
            return one
        between = small(line)[min(one.end, groups.end) : max(one.start, groups.start)]
        if (
            one.start < held.start
            and _tied(between, words, same, persons(one.quantity, held.quantity))
            and sentence_end(line, min(one.end, groups.end)) >= held.end
        ):
            return one
    return None


def _right_before(one: Found, held: Found, line: str, words: Words) -> bool:
    """Whether an amount stands right before the bracket that says each share of it, or is said in all before it."""
    low = small(line)
    behind = low[one.end : held.start]
    bracket = behind.lstrip().startswith("(") and ")" not in behind
    return one.end < held.start and (
        bracket or words.in_all.search(low[max(one.start - REACH, 0) : one.start]) is not None
    )


def _tied(between: str, words: Words, same: bool, people: bool) -> bool:
    """Whether what stands *between* a total and its groups makes the one the other's."""
    if len(between) > FAR or any(sign.isdigit() for sign in between):
        return False
    if words.divided.search(between):
        return same or people
    return same and words.for_whom.search(between) is not None
