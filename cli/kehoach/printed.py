"""Printed places: where a reader of the document finds what a pointer names (*Mục II, chỉ tiêu 5*)."""

from collections.abc import Callable, Iterator, Mapping

from kehoach import counters
from kehoach.parts import parts
from kehoach.plan import Deadline, Item, Plan, Section
from kehoach.records import dataclass


@dataclass(frozen=True, slots=True)
class _Reader:
    """What places are made of: the numbers, the words, and the labels of the blocks."""

    numbers: Mapping[str, str]
    words: Mapping[str, str]
    labels: Mapping[str, str]


Printer = Callable[[str], str]


def printer(plan: Plan, numbers: Mapping[str, str], words: Mapping[str, str]) -> Printer:
    """Where each pointer of *plan* is printed, as the beginning of a sentence; empty for what is printed nowhere.

    *numbers* are those of ``numbering``. *words* names ``section``, ``annex``, ``target``, ``activity``,
    ``deadline``, ``passage`` and the keys of the head (``bases``, ``recipients``, …) as they stand in the
    middle of a sentence.
    """
    known = places(plan, numbers, words)
    labels = {key: label.text for key, label in plan.head.labels.items()}

    def printed(pointer: str) -> str:
        name, _, rest = pointer.partition("/")
        found = known.get(name.partition(".")[0], "")
        *block, field, order = ("", *rest.split("/"))
        if found and field == "body" and order.isdecimal():
            found = _joined(found, labels.get(block[-1], "") if block else "", f"{words['passage']} {order}")
        elif not found and name in words:
            found = f"{words[name]} {rest}" if rest.isdecimal() else words[name]
        return found[:1].upper() + found[1:]

    return printed


def places(plan: Plan, numbers: Mapping[str, str], words: Mapping[str, str]) -> Mapping[str, str]:
    """The printed places of all sections, items and annexes by id, as in the middle of a sentence."""
    labels = {key: label.text for key, label in plan.head.labels.items()}
    return dict(_places(plan, _Reader(numbers, words, labels)))


def _places(plan: Plan, reader: _Reader) -> Iterator[tuple[str, str]]:
    if "theme" in reader.numbers:
        yield "theme", _section((), reader.numbers["theme"], reader)
    yield from _sections(plan.sections, (), "", reader)
    yield from _items(plan.deadlines, "", reader)
    for annex in plan.annexes:
        name = " ".join(filter(None, (reader.words["annex"], reader.numbers.get(annex.id, ""))))
        yield annex.id, name
        yield from _sections(annex.sections, (), name, reader)


def _sections(
    sections: tuple[Section, ...], above: tuple[str, ...], within: str, reader: _Reader
) -> Iterator[tuple[str, str]]:
    for section in sections:
        if section.id not in reader.numbers:
            continue
        number = reader.numbers[section.id]
        divided = " " in number
        name = number[:1].lower() + number[1:] if divided else _section(above, number, reader)
        place = _joined(within, name)
        yield section.id, place
        for part in parts(section):
            yield from _items(part.items, _joined(place, reader.labels.get(part.block, "")), reader)
        under = (above, place) if divided else ((*above, number), within)
        yield from _sections(section.sections, *under, reader)


def _section(above: tuple[str, ...], number: str, reader: _Reader) -> str:
    path = counters.path((*above, number))
    return f"{reader.words['section']} {path}" if path else ""


def _items(items: tuple[Item, ...], within: str, reader: _Reader) -> Iterator[tuple[str, str]]:
    order: dict[str, int] = {}
    for item in items:
        sort, number = item.sort, reader.numbers.get(item.id, "")
        order[sort] = order.get(sort, 0) + 1
        named = counters.bare(number) if counters.is_number(number) else str(order[sort])
        place = _joined(within, f"{reader.words[sort]} {named}")
        yield item.id, place
        if isinstance(item, Deadline):
            yield from _items(item.children, place, reader)


def _joined(*names: str) -> str:
    return ", ".join(filter(None, names))
