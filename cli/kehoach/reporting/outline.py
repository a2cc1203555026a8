"""A resolved plan in plain lines: what is printed, where each value is written, what was left out."""

from collections.abc import Callable, Iterator, Mapping

from kehoach.plan import Activity, Block, Deadline, Item, Omission, Plan, Section, Value
from kehoach.pointers import values
from kehoach.records import dataclass
from kehoach.reporting.words import Words

INDENT = "  "
GAP = "{{ gap }}"


@dataclass(frozen=True, slots=True)
class _Teller:
    numbers: Mapping[str, str]
    words: Words
    filled: Callable[[str], str]

    def line(self, id: str, text: str, depth: int) -> str:
        said = " ".join(filter(None, (self.numbers.get(id, ""), " ".join(self.filled(text).split()))))
        return f"{INDENT * depth}{said} [{id}]"


def outline(plan: Plan, numbers: Mapping[str, str], words: Words, filled: Callable[[str], str]) -> Iterator[str]:
    """Sections and items in printing order, each with its printed number and its id.

    *filled* puts the values of placeholders into a text.
    """
    teller = _Teller(numbers, words, filled)
    yield f"{plan.id} ({plan.file})"
    yield from (words.term("inherits").format(parent=parent) for parent in plan.parents)
    for section in plan.sections:
        yield from _section(section, teller, 0)
    yield from _items(plan.deadlines, teller, 0)
    for annex in plan.annexes:
        yield teller.line(annex.id, annex.title.text, 0)
        for section in annex.sections:
            yield from _section(section, teller, 1)


def _section(section: Section, teller: _Teller, depth: int) -> Iterator[str]:
    if section.empty:
        return
    yield teller.line(section.id, section.title.text if section.title else "", depth)
    for name, block in section.blocks:
        yield from _block(name, block, teller, depth + 1)
    for sub in section.sections:
        yield from _section(sub, teller, depth + 1)


def _block(name: str, block: Block, teller: _Teller, depth: int) -> Iterator[str]:
    if block.empty:
        return
    if name:
        yield f"{INDENT * depth}({teller.words.term(name)})"
    if block.body:
        paragraphs = len([line for line in block.body.text.splitlines() if line.strip()])
        yield INDENT * depth + teller.words.term("prose").format(count=paragraphs)
    yield from _items(block.items, teller, depth)


def _items(items: tuple[Item, ...], teller: _Teller, depth: int) -> Iterator[str]:
    for item in items:
        when = "; ".join(value.text for value in _when(item) if value.text)
        yield teller.line(item.id, f"{item.text.text} ({when})" if when else item.text.text, depth)
        if isinstance(item, Deadline):
            yield from _items(item.children, teller, depth + 1)


def _when(item: Item) -> Iterator[Value]:
    if isinstance(item, Activity):
        yield from (value for value, _ in item.when)
    if isinstance(item, Deadline) and item.due:
        yield item.due


def origins(plan: Plan, words: Words) -> Iterator[str]:
    """Every value by its pointer, with the file and line that had the last word."""
    for pointer, value in values(plan):
        step = value.chain[-1]
        yield f"{pointer}: {_said(value, words)}"
        yield f"{INDENT}{words.term(f'verb_{step.verb}')}: {step.place}"


def history(pointer: str, value: Value, words: Words) -> Iterator[str]:
    """Every step of a value, the oldest first."""
    yield f"{pointer}: {_said(value, words)}"
    for count, step in enumerate(value.chain, 1):
        because = f", {words.term('because').format(reason=step.because)}" if step.because else ""
        yield f"{INDENT}{count}. {step.plan}: {words.term(f'verb_{step.verb}')}, {step.place}{because}"


def _said(value: Value, words: Words) -> str:
    said = " ".join(value.text.split()).replace(GAP, words.term("gap"))
    return said or words.term("blank")


def dropped(omission: Omission, words: Words) -> str:
    """What was dropped, and why."""
    arguments = {"pointer": omission.pointer, "words": omission.words, "reason": omission.reason}
    return words.term("omitted").format(**arguments)


def left_out(plan: Plan, words: Words) -> Iterator[str]:
    """What the plan dropped, with the reasons, and what did not belong to it."""
    yield from (dropped(omission, words) for omission in plan.omitted)
    yield from (words.term("not_taken").format(pointer=pointer) for pointer in plan.not_taken)
