"""A resolved plan as a tree of entries: each a thing that can be added, removed, changed or moved."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from kehoach.plan import Activity, Annex, Block, Deadline, Figure, Issued, Item, Plan, Section, Target, Value
from kehoach.prose import Grid, Passage, blocks
from kehoach.records import dataclass, field


class Sort(StrEnum):
    """What an entry is."""

    PLAN = "plan"
    HEAD = "head"  # a key of the head: subject, theme, number, signer
    BASIS = "basis"
    OPENING = "opening"
    RECIPIENT = "recipient"
    SECTION = "section"
    ANNEX = "annex"
    PASSAGE = "passage"
    TARGET = "target"
    ACTIVITY = "activity"
    DEADLINE = "deadline"


ITEMS = frozenset({Sort.TARGET, Sort.ACTIVITY, Sort.DEADLINE})
LEAVES = ITEMS | {Sort.PASSAGE}
TITLED = frozenset({Sort.SECTION, Sort.ANNEX})

# What a plan says to the tool, not to its readers.
UNPRINTED = frozenset({"as_child", "previous", "under", "after", "before", "replace", "new", "live", "ref"})
TOLD_APART = frozenset({"text", "figures", "value", "title", "body", "own", "below", "offered"})

Spoken = Callable[[Value], str]


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A thing of a plan; *words* are its sentence or title with its placeholders filled, in one line.

    *id* is empty for what has none. *fields* are the further things that it says, in words, by name; *figures*
    those of a target, whose offsets count in *value* as it is written. *value* leads to where it was written, and
    *sources* to where what is said in each field was.
    """

    sort: Sort
    id: str
    words: str
    pointer: str
    value: Value | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()
    item: Item | None = None
    children: "tuple[Entry, ...]" = ()
    sources: Mapping[str, tuple[Value, ...]] = field(default_factory=dict)

    def walk(self) -> "Iterator[Entry]":
        """This entry and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


def entries(plan: Plan, spoken: Spoken) -> Entry:
    """*plan* as a tree; *spoken* fills the placeholders of a value."""
    reader = _Reader(spoken)
    held = (*reader.head(plan), *map(reader.section, plan.sections))
    below = (*map(reader.item, plan.deadlines), *map(reader.annex, plan.annexes))
    return Entry(Sort.PLAN, "", "", "", children=(*held, *below))


@dataclass(frozen=True, slots=True)
class _Reader:
    spoken: Spoken

    def head(self, plan: Plan) -> Iterator[Entry]:
        head = plan.head
        alone = {"subject": head.subject, "closing": head.closing, "theme": head.theme.text if head.theme else None}
        marks = {f"marks/{name}": value for name, value in head.marks.items()}
        for name, value in {**alone, **marks}.items():
            if value and value.text:
                yield self._entry(Sort.HEAD, name, value, name)
        for order, issued in enumerate(head.issued, 1):
            yield from self._issued(issued, "issued" if order == 1 else f"issued/by/{order}")
        lists = {
            Sort.BASIS: ("bases", [basis.text for basis in head.bases]),
            Sort.OPENING: ("opening", head.opening),
            Sort.RECIPIENT: ("recipients", [recipient.to for recipient in head.recipients]),
        }
        for sort, (name, values) in lists.items():
            yield from (self._entry(sort, "", value, f"{name}/{n}") for n, value in enumerate(values, 1))

    def _issued(self, issued: Issued, name: str) -> Iterator[Entry]:
        signed = issued.signed
        values = {"body": issued.body, "signed/for": signed.on_behalf, "signed/form": signed.form}
        values |= {"signed/office": signed.office, "signed/name": signed.name}
        for key, value in values.items():
            if value and value.text:
                yield self._entry(Sort.HEAD, f"{name}/{key}", value, f"{name}/{key}")
        for key, written in (("number", issued.number), ("date", issued.date)):
            if written:
                yield Entry(Sort.HEAD, f"{name}/{key}", _one_line(written.written), f"{name}/{key}")

    def section(self, section: Section) -> Entry:
        held: list[Entry] = []
        for name, block in section.blocks:
            held += self._block(section, name, block)
        held += map(self.section, section.sections)
        words = self._said(section.title) if section.title else ""
        fields = self._fields(section.fields)
        return Entry(Sort.SECTION, section.id, words, section.id, section.title, fields, children=tuple(held))

    def annex(self, annex: Annex) -> Entry:
        held = tuple(map(self.section, annex.sections))
        return self._entry(Sort.ANNEX, annex.id, annex.title, annex.id, self._fields(annex.fields), held)

    def item(self, item: Item) -> Entry:
        held = tuple(map(self.item, item.children)) if isinstance(item, Deadline) else ()
        figures = item.figures if isinstance(item, Target) else ()
        fields = {**self._fields(item.fields), "carrier": ", ".join(item.carrier.words)}
        if isinstance(item, Activity):
            fields |= {"when": "; ".join(self._said(value) for value, _ in item.when)}
        sort, words = Sort(item.sort), self._said(item.text)
        return Entry(sort, item.id, words, item.id, item.text, fields, figures, item, held, _sources(item.fields))

    def _block(self, section: Section, name: str, block: Block) -> Iterator[Entry]:
        pointer = "/".join(filter(None, (section.id, name, "body")))
        items = {item.id: item for item in block.items}
        for order, one in enumerate(blocks(self.spoken(block.body)) if block.body else (), 1):
            words, id = (one.text, one.id) if isinstance(one, Passage) else (_grid(one), "")
            if isinstance(one, Passage) and one.item in items:
                yield self.item(items.pop(one.item))
            elif words:
                yield Entry(Sort.PASSAGE, id, _one_line(words), f"{pointer}/{order}", block.body)
        yield from map(self.item, items.values())

    def _entry(
        self,
        sort: Sort,
        id: str,
        value: Value,
        pointer: str,
        *more: Mapping[str, str] | tuple[Entry, ...],
    ) -> Entry:
        fields = next((one for one in more if isinstance(one, Mapping)), {})
        held = next((one for one in more if isinstance(one, tuple)), ())
        return Entry(sort, id, self._said(value), pointer, value, fields, children=held)

    def _said(self, value: Value) -> str:
        return _one_line(self.spoken(value))

    def _fields(self, fields: Mapping[str, Value]) -> dict[str, str]:
        """The printed fields by their first name, several values of one name together; of shares each with its unit."""
        found: dict[str, list[str]] = {}
        for path, value in fields.items():
            name, _, part = path.partition("/")
            if name not in UNPRINTED | TOLD_APART and value.text:
                unit = "" if part.isdecimal() else f"{part} "
                found.setdefault(name, []).append(f"{unit}{self._said(value)}".lstrip())
        return {name: "; ".join(words) for name, words in found.items()}


def _sources(fields: Mapping[str, Value]) -> Mapping[str, tuple[Value, ...]]:
    found: dict[str, tuple[Value, ...]] = {}
    for path, value in fields.items():
        name = path.partition("/")[0]
        found[name] = (*found.get(name, ()), value)
    return found


def _grid(grid: Grid) -> str:
    return " | ".join(cell for row in (grid.head, *grid.rows) for cell in row)


def _one_line(text: str) -> str:
    return " ".join(text.split())


def parents(root: Entry) -> Mapping[Entry, Entry]:
    """Of every entry below *root* the one that holds it."""
    return {child: one for one in root.walk() for child in one.children}
