"""The parts in which a section prints what it holds: its own words, its blocks, and groups of dated items."""

from collections.abc import Iterator, Mapping

from kehoach.counters import NOTHING, is_number
from kehoach.plan import Activity, Block, Item, Section, Value
from kehoach.prose import Passage, blocks
from kehoach.records import dataclass

QUARTER = "quarter"
MONTH = "month"
BULLETS = ("-", "+")


@dataclass(frozen=True, slots=True)
class Part:
    """What is printed under one side head: prose, then items.

    *block* is ``own``, ``below`` or empty. A group of dated items has its *group* (``quarter`` or
    ``month``) and *order* among the quarters or months of the year; undated items come first, in no group.
    """

    block: str
    body: Value | None
    items: tuple[Item, ...]
    group: str = ""
    order: int = 0

    @property
    def loose(self) -> tuple[Item, ...]:
        """The items that the prose gives no place: they follow it."""
        placed = {block.item for block in blocks(self.body.text) if isinstance(block, Passage)} if self.body else set()
        return tuple(item for item in self.items if item.id not in placed)


def counted(section: Section) -> bool:
    """Whether the title of *section* stands on a rung of the ladder: its number is computed, or written for it."""
    return section.title is not None and ("heading" not in section.fields or is_number(written_number(section)))


def written_number(section: Section) -> str:
    """The number that is written for *section* instead of the one that counting would give; empty as a rule."""
    word = section.fields["heading"].text.strip() if "heading" in section.fields else ""
    return word if is_number(word) and not (word.isalpha() or word == NOTHING) else ""


def parts(section: Section) -> Iterator[Part]:
    """The parts of *section* that have something to print, in order."""
    group = section.fields["group"].text if "group" in section.fields else ""
    for name, block in section.blocks:
        if not block.empty:
            yield from (
                _grouped(name, block, group) if group in {QUARTER, MONTH} else [Part(name, block.body, block.items)]
            )


def _grouped(name: str, block: Block, group: str) -> Iterator[Part]:
    orders: dict[int, list[Item]] = {}
    for item in block.items:
        orders.setdefault(_order(item, group), []).append(item)
    if block.body or 0 in orders:
        yield Part(name, block.body, tuple(orders.pop(0, [])))
    for order in sorted(orders):
        yield Part(name, None, tuple(orders[order]), group, order)


def _order(item: Item, group: str) -> int:
    period = next((period for _, period in item.when if period), None) if isinstance(item, Activity) else None
    if period is None:
        return 0
    return period.first.month if group == MONTH else (period.first.month + 2) // 3


def form_of(item: Item, fields: Mapping[str, Value], *, annexed: bool) -> str:
    """The form of the number of *item* in a section with *fields*: what they say, else what is usual."""
    if "numbering" in fields:
        return fields["numbering"].text
    return {"target": "1.", "activity": "1." if annexed else "-"}.get(item.sort, "-")


def passage_form(passage: Passage, section: Section) -> str:
    """The form of the number of a passage of prose: a section with ``numbering`` numbers its bullets."""
    form = section.fields["numbering"].text if "numbering" in section.fields else BULLETS[0]
    if not passage.bullet:
        return NOTHING
    return form if passage.bullet == BULLETS[0] else below(form)


def passage_pointer(section: str, block: str, order: int) -> str:
    """The pointer of the *order*-th block of prose of a section, or of its block ``own`` or ``below``."""
    return "/".join(filter(None, (section, block, "body", str(order))))


def below(mark: str) -> str:
    """The bullet of what stands below *mark*, a number or a bullet."""
    return BULLETS[1] if mark in BULLETS else BULLETS[0]
