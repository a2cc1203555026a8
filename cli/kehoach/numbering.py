"""Printed numbers: computed of a plan, never stored in it."""

from collections.abc import Iterator, Mapping, Sequence

from kehoach import counters
from kehoach.parts import (
    BULLETS,
    Part,
    below,
    counted,
    form_of,
    parts,
    passage_form,
    passage_pointer,
    written_number,
)
from kehoach.phrases.roman import roman
from kehoach.plan import Annex, Deadline, Item, Plan, Section
from kehoach.prose import Passage, blocks
from kehoach.records import dataclass

THEME = "theme"
TABLES = frozenset({"allocation", "sheets", "calendar", "reasons"})
OWN_HEAD = frozenset({"heading", "section"})


@dataclass(frozen=True, slots=True)
class _Ladder:
    """The forms of section numbers by depth, whether they are those of an annex, and whether *prose* is asked for."""

    forms: tuple[str, ...]
    prose: bool
    annexed: bool = False

    def form(self, depth: int) -> str:
        return self.forms[min(depth, len(self.forms)) - 1]


def numbers(plan: Plan, ladder: Sequence[str], *, prose: bool = True) -> Mapping[str, str]:
    """The printed number (or bullet, or nothing) of everything that *plan* prints, by pointer.

    Keys are the ids of sections, items and annexes, ``theme`` where it has a section of its own, and
    ``SECTION/body/N`` for the passages of prose (``SECTION/own/body/N`` in a block). *ladder* holds the
    forms of section numbers by depth (``I.``, ``1.``, ``1.1.``). What is empty is not printed and has no number.
    Without *prose* its passages are left out where no item stands among them.
    """
    return dict(_numbers(plan, _Ladder(tuple(ladder), prose)))


def annexes(plan: Plan) -> tuple[Annex, ...]:
    """The annexes of *plan* that print more than their heads."""
    return tuple(annex for annex in plan.annexes if _filled(annex))


def _filled(annex: Annex) -> bool:
    asked = {path.partition("/")[0] for path in annex.fields}
    return bool(annex.columns or asked & TABLES) or not all(section.empty for section in annex.sections)


def _numbers(plan: Plan, ladder: _Ladder) -> Iterator[tuple[str, str]]:
    ladder = _Ladder(tuple(_own_ladder(plan)) or ladder.forms, ladder.prose)
    own_head = int(plan.head.theme is not None and plan.head.theme.place in OWN_HEAD)
    if own_head:
        yield THEME, counters.number(ladder.form(1), 1)
    yield from _sections(plan.sections, ladder, (), own_head)
    yield from _deadlines(plan.deadlines)
    filled = annexes(plan)
    for count, annex in enumerate(filled, 1):
        yield annex.id, roman(count) if len(filled) > 1 else ""
        yield from _sections(annex.sections, _Ladder(annex.ladder or ladder.forms, ladder.prose, annexed=True), (), 0)


def _own_ladder(plan: Plan) -> Iterator[str]:
    return (value.text for path, value in plan.head.fields.items() if path.startswith("ladder/"))


def _sections(
    sections: tuple[Section, ...], ladder: _Ladder, above: tuple[str, ...], count: int
) -> Iterator[tuple[str, str]]:
    divided: dict[str, int] = {}
    for section in sections:
        if section.empty:
            continue
        heads, written = counted(section), written_number(section)
        form, trail = ladder.form(len(above) + 1), above[-1] if above else ""
        count = counters.counted(written, form) or count if written else count + heads
        number = written or (counters.number(form, count, trail) if heads else _division(section, divided))
        under = counters.trail(number) if heads else trail
        yield section.id, number
        for part in parts(section):
            if part.items or ladder.prose:
                yield from _part(section, part, under, annexed=ladder.annexed)
        yield from _sections(section.sections, ladder, (*above, under) if heads else above, 0)


def _division(section: Section, so_far: dict[str, int]) -> str:
    """The number of a section that is headed by a word (``Phần I``); a sign (``*``) has none."""
    word = section.fields["heading"].text if "heading" in section.fields else ""
    if not word.isalpha() or word == counters.NOTHING:
        return ""
    so_far[word] = so_far.get(word, 0) + 1
    return f"{word} {roman(so_far[word])}"


def _part(section: Section, part: Part, trail: str, *, annexed: bool) -> Iterator[tuple[str, str]]:
    so_far: dict[str, int] = {}

    def next_number(form: str) -> str:
        so_far[form] = so_far.get(form, 0) + 1
        return counters.number(form, so_far[form], trail)

    for order, passage in enumerate(blocks(part.body.text) if part.body else (), 1):
        if isinstance(passage, Passage):
            number = passage.text if passage.item and passage.text else next_number(passage_form(passage, section))
            yield passage_pointer(section.id, part.block, order), number
            yield from _placed(passage, part, number)
    for item in part.loose:
        number = next_number(form_of(item, section.fields, annexed=annexed))
        yield item.id, number
        yield from _children(item, number)


def _placed(passage: Passage, part: Part, number: str) -> Iterator[tuple[str, str]]:
    """The numbers of the item that stands where *passage* is."""
    for item in part.items:
        if item.id == passage.item:
            yield item.id, number
            yield from _children(item, number)


def _children(item: Item, number: str) -> Iterator[tuple[str, str]]:
    for child in item.children if isinstance(item, Deadline) else ():
        mark = below(number)
        yield child.id, mark
        yield from _children(child, mark)


def _deadlines(deadlines: tuple[Deadline, ...]) -> Iterator[tuple[str, str]]:
    for deadline in deadlines:
        yield deadline.id, BULLETS[0]
        yield from _children(deadline, BULLETS[0])
