"""A plan with all that it inherits written out, for the year in which the plans above are not there yet."""

from collections.abc import Iterator, Mapping

from kehoach.drafting.draft import Branch, Tree
from kehoach.notes import Path
from kehoach.plan import Deadline, Item, Plan, Section, Value
from kehoach.written import Mapping as Written_Mapping
from kehoach.written import Node, Written, plain

SORTS = {"target": "targets", "activity": "activities", "deadline": "deadlines"}
HELD = frozenset({"sections", "deadlines", "annexes", "inherits", "take", "moved"})
DOING = frozenset({"after", "before", "under", "replace", "new", "omit", "offered"})


def flattened(plan: Plan, file: Written, filing: str) -> Branch:
    """*plan* as a file that inherits nothing; its head stays as *file* writes it, *filing* before where it is kept."""
    root: Branch = {}
    for key, node in file.root.entries.items():
        if key == "sections" or key not in HELD:
            root[key] = _short(key, plain(node), filing)
    root["sections"] = {section.id: _section(section) for section in plan.sections}
    if plan.deadlines:
        root["deadlines"] = {item.id: _item(item, "") for item in plan.deadlines}
    for annex in plan.annexes:
        held = _unfolded(annex.fields, "")
        if annex.sections:
            held["sections"] = {section.id: _section(section) for section in annex.sections}
        annexes = root.setdefault("annexes", {})
        assert isinstance(annexes, dict)
        annexes[annex.id] = held
    return root


def remarks(file: Written) -> Mapping[Path, str]:
    """The comments of a file, each by the path of the key that it stands above."""
    lines = file.text.splitlines()
    found: dict[Path, str] = {}
    for path, line in _keys(file.root, ()):
        above: list[str] = []
        while line - 2 - len(above) >= 0 and lines[line - 2 - len(above)].lstrip().startswith("#"):
            above.append(lines[line - 2 - len(above)].lstrip()[1:].strip())
        if above:
            found[path] = "\n".join(reversed(above))
    return found


def _keys(node: Node, path: Path) -> Iterator[tuple[Path, int]]:
    if isinstance(node, Written_Mapping):
        for key, value in node.entries.items():
            if key in node.keys:
                yield (*path, key), node.keys[key].line
            yield from _keys(value, (*path, key))


def _section(section: Section) -> Branch:
    made = _unfolded(section.fields, "")
    for name, block in section.blocks:
        holder: Branch = made
        if name and block.items:
            inner = made.setdefault(name, {})
            assert isinstance(inner, dict)
            holder = inner
        for item in block.items:
            items = holder.setdefault(SORTS[item.sort], {})
            assert isinstance(items, dict)
            items[item.id] = _item(item, name)
    if section.sections:
        made["sections"] = {below.id: _section(below) for below in section.sections}
    return made


def _item(item: Item, block: str) -> Branch:
    made = _unfolded(item.fields, block)
    if isinstance(item, Deadline) and item.children:
        made["deadlines"] = {child.id: _item(child, "") for child in item.children}
    return made


def _unfolded(fields: Mapping[str, Value], block: str) -> Branch:
    """Fields by path as nested values; the carrier of what stands in a block is said by the block."""
    made: Branch = {}
    for path, value in fields.items():
        names = path.split("/")
        if names[0] in DOING or (names[0] == "carrier" and block):
            continue
        here = made
        for name in names[:-1]:
            inner = here.setdefault(name, {})
            assert isinstance(inner, dict)
            here = inner
        here[names[-1]] = value.text or None
    return {key: _listed(value) for key, value in made.items()}


def _listed(tree: Tree) -> Tree:
    """A mapping with the keys 1, 2, … as the list that it is."""
    if not isinstance(tree, Mapping):
        return tree
    inner = {key: _listed(value) for key, value in tree.items()}
    return list(inner.values()) if inner and all(key.isdecimal() for key in inner) else inner


def _short(key: str, tree: Tree, filing: str) -> Tree:
    """The value of a key of the head in the short form that people write."""
    if not isinstance(tree, list):
        return tree
    if key == "opening" and len(tree) == 1:
        only: Tree = tree[0]
        return only
    shortened = key in ("bases", "recipients")
    return [_row(row, filing) if shortened and isinstance(row, dict) else row for row in tree]


def _row(row: Branch, filing: str) -> Tree:
    if row.get("archive"):
        return f"{filing} {row.get('to') or ''}".rstrip()
    alone = set(row) in ({"text"}, {"to"})
    return row.get("text", row.get("to")) if alone else row
