"""The edits of a plan's file that give each unit what a workbook says, and touch nothing else."""

from collections.abc import Iterable, Iterator

from kehoach.cascade.asking import keys_of
from kehoach.drafting.sharing import Change
from kehoach.findings import Fault
from kehoach.places import Edit, Place
from kehoach.records import dataclass, field
from kehoach.units import Units
from kehoach.written import Mapping, Node, Scalar, Sequence, Written

ALLOCATE, OWN_SHARE, EXCEPT, PHRASE = "allocate", "own_share", "except", "phrase"
STEP = "  "


@dataclass(slots=True)
class Desk:
    """The file that is edited, and what is done to it: *lines* are put in at offsets, below their heads.

    *opened* are the figures whose phrase has been given a line of its own.
    """

    file: Written
    units: Units
    edits: list[Edit] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    lines: dict[int, dict[str, list[str]]] = field(default_factory=dict)
    opened: set[str] = field(default_factory=set)


def edits(changes: Iterable[Change], file: Written, units: Units) -> tuple[list[Edit], list[Fault]]:
    """The edits for *changes*, and a fault at the cell of each for which the file has no place."""
    desk = Desk(file, units)
    for change in changes:
        home = _home(change, file)
        short = home is not None and _short(home)
        if home is None or (not short and _in_flow(file.text, home)) or (short and not _opened(desk, home, change)):
            entry = change.column.entry
            arguments = {"id": entry.target, "text": change.new, "unit": change.unit or OWN_SHARE}
            desk.faults.append(Fault("TGT404", change.cell, entry.pointer, arguments))
        elif short:
            head, line = (f"{ALLOCATE}:", f"{change.unit}: {change.new}") if change.unit else (_own(change), "")
            _add(desk, (_line_end(file.text, home.place), _margin(change, file)), head, line)
        elif change.unit:
            _give(desk, home, change)
        else:
            _put(desk, home, OWN_SHARE, change.new)
    desk.edits += [Edit(at, at, _block(blocks)) for at, blocks in desk.lines.items()]
    return desk.edits, desk.faults


def _own(change: Change) -> str:
    return f"{OWN_SHARE}: {change.new}"


def _home(change: Change, file: Written) -> Mapping | None:
    """The mapping that holds the allocation of a figure, or is to hold it: the figure's, else the target's."""
    entry = change.column.entry
    target = next(_targets(file.root, entry.target), None)
    figures = target.get("figures") if target else None
    if target is None or not isinstance(figures, Mapping):
        return target
    figure = figures.get(entry.figure)
    several = len(figures.entries) > 1
    if isinstance(figure, Mapping) and (several or ALLOCATE in figure or OWN_SHARE in figure):
        return figure
    return None if several else target


def _opened(desk: Desk, home: Mapping, change: Change) -> bool:
    """Whether the string that stands for *home* could be given a line of its own, under ``phrase``; once a figure."""
    text, place = desk.file.text, home.place
    start = _offset(text, place.line, place.column)
    entry = change.column.entry
    if place.line != place.end_line or text[start - 1 : start] != " " or set(home.keys) != {PHRASE}:
        return False
    opening = Edit(start - 1, start, f"\n{_margin(change, desk.file)}{PHRASE}: ")
    if entry.pointer not in desk.opened:
        desk.opened.add(entry.pointer)
        desk.edits.append(opening)
    return True


def _margin(change: Change, file: Written) -> str:
    """The margin of what stands below the figure's own key."""
    entry = change.column.entry
    target = next(_targets(file.root, entry.target))
    figures = target.get("figures")
    assert isinstance(figures, Mapping)
    return " " * (figures.keys[entry.figure].column - 1) + STEP


def _targets(node: Node, id: str) -> Iterator[Mapping]:
    """The mappings of the target *id*, wherever it stands."""
    if isinstance(node, Sequence):
        for item in node.items:
            yield from _targets(item, id)
    if isinstance(node, Mapping):
        held = node.get("targets")
        found = held.get(id) if isinstance(held, Mapping) else None
        if isinstance(found, Mapping):
            yield found
        for value in node.entries.values():
            yield from _targets(value, id)


def _short(home: Mapping) -> bool:
    """Whether a string stands for the mapping, so that it has no lines of its own."""
    return home.place in home.keys.values()


def _give(desk: Desk, home: Mapping, change: Change) -> None:
    """Replace the unit's own part, or write one: as an exception where its group or level has one."""
    shares = home.get(ALLOCATE)
    if not isinstance(shares, Mapping):
        _below(desk, home, f"{ALLOCATE}:", f"{change.unit}: {change.new}")
        return
    exceptions = shares.get(EXCEPT)
    if isinstance(exceptions, Mapping) and isinstance(exceptions.get(change.unit), Scalar):
        _put(desk, exceptions, change.unit, change.new)
    elif isinstance(shares.get(change.unit), Scalar) or not _covered(desk, shares, change):
        _put(desk, shares, change.unit, change.new)
    elif isinstance(exceptions, Mapping):
        _put(desk, exceptions, change.unit, change.new)
    else:
        _below(desk, shares, f"{EXCEPT}:", f"{change.unit}: {change.new}")


def _covered(desk: Desk, shares: Mapping, change: Change) -> bool:
    """Whether a group or a level gives the unit its part already."""
    states = desk.units[change.unit].states
    return any(key in shares for state in states for key in keys_of(change.unit, state))


def _put(desk: Desk, node: Mapping, key: str, value: str) -> None:
    """*value* under *key* of a mapping: in place of what stands there, else in a line of its own."""
    text, there = desk.file.text, node.get(key)
    if isinstance(there, Scalar):
        start, end = _offset(text, there.place.line, there.place.column), _offset(text, *_end(there.place))
        desk.edits.append(Edit(start, end, value if start and text[start - 1].isspace() else f" {value}"))
    elif _in_flow(text, node):
        last = _last(node)
        at = _offset(text, *_end(last))
        desk.edits.append(Edit(at, at, f", {key}: {value}"))
    else:
        _below(desk, node, f"{key}: {value}", "")


def _below(desk: Desk, node: Mapping, head: str, line: str) -> None:
    """A line behind the last one of a mapping, with another below it."""
    text = desk.file.text
    if _in_flow(text, node):
        at = _offset(text, *_end(_last(node)))
        key, _, value = line.partition(": ")
        desk.edits.append(Edit(at, at, f", {head} {{{key}: {value}}}"))
        return
    margin = " " * (min(place.column for place in node.keys.values()) - 1)
    _add(desk, (_line_end(text, _last(node)), margin), head, line)


def _add(desk: Desk, at: tuple[int, str], head: str, line: str) -> None:
    """Lines at an offset, with a margin; those below one head come together."""
    offset, margin = at
    below = desk.lines.setdefault(offset, {}).setdefault(margin + head, [])
    below += [f"{margin}{STEP}{line}"] if line else []


def _line_end(text: str, place: Place) -> int:
    """Where the line ends in which *place* ends."""
    end = text.find("\n", _offset(text, *_end(place)))
    return len(text.rstrip("\n")) if end < 0 else end


def _block(blocks: dict[str, list[str]]) -> str:
    """The lines as one text; what belongs to the innermost mapping that ends here comes first."""
    inner = sorted(blocks.items(), key=lambda block: len(block[0].lstrip()) - len(block[0]))
    return "".join(f"\n{line}" for head, below in inner for line in (head, *below))


def _in_flow(text: str, node: Mapping) -> bool:
    return text.startswith("{", _offset(text, node.place.line, node.place.column))


def _last(node: Node) -> Place:
    """The place of the last leaf."""
    while not isinstance(node, Scalar):
        held = node.items if isinstance(node, Sequence) else tuple(node.entries.values())
        if not held:
            break
        node = held[-1]
    return node.place


def _end(place: Place) -> tuple[int, int]:
    return place.end_line, place.end_column


def _offset(text: str, line: int, column: int) -> int:
    """Where in the raw text a line and a column, both from 1, stand."""
    at = 0
    for _ in range(line - 1):
        at = text.find("\n", at) + 1
    return at + column - 1
