"""What does not fit in a file: nothing, where a quick walk by the table proves so; else what Cerberus finds.

Most files are sound, and the walk tells so in a fraction of the time. It proves nothing wrong: what it does not
pass, be it for a rule that it does not know, goes to Cerberus, which alone says what is the matter.
"""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.reading.schema.leaves import Knowledge, answer
from kehoach.reading.schema.table import Part, Rules, Table
from kehoach.written import Mapping, Node, Scalar, Sequence

KNOWN = frozenset(
    {"allowed", "check_with", "empty", "excludes", "keysrules", "meta", "nullable", "required", "schema", "type"}
    | {"valuesrules"}
)
SORTS: dict[str, type | tuple[type, ...]] = {
    "string": Scalar,
    "list": Sequence,
    "dict": Mapping,
    "any": (Scalar, Sequence, Mapping),
}


def misfits(root: Mapping, table: Table, about: Knowledge) -> Iterator[Fault]:
    """Everything in *root* that the *table* does not allow, in the order of the file."""
    if not sound(root, table, about):
        from kehoach.reading.schema.shape import misfits as found

        yield from found(root, table, about)


def sound(root: Mapping, table: Table, about: Knowledge) -> bool:
    """Whether *root* is proved to be all that *table* allows and demands."""
    return _part(root, table.root, (table, about))


def _part(node: Mapping, part: Part, known: tuple[Table, Knowledge]) -> bool:
    for key, value in node.entries.items():
        if key not in part or not _value(value, part[key], known):
            return False
    return all(_stands(key, rules, node) for key, rules in part.items() if "required" in rules or "excludes" in rules)


def _stands(key: str, rules: Rules, node: Mapping) -> bool:
    """Whether what is required is there; of two keys that exclude one another, exactly one."""
    other = rules.get("excludes")
    if other:
        return (key in node.entries) != (other in node.entries)
    return key in node.entries or not rules["required"]


def _value(node: Node, rules: Rules, known: tuple[Table, Knowledge]) -> bool:
    if isinstance(node, Scalar) and node.blank:
        return bool(rules.get("nullable"))
    if not rules.keys() <= KNOWN or not isinstance(node, SORTS.get(rules.get("type", "any"), ())):
        return False
    if isinstance(node, Scalar):
        return _text(node.text, rules, known[1])
    if isinstance(node, Mapping):
        return bool(node.entries or rules.get("empty", True)) and _mapping(node, rules, known)
    filled = node.items or rules.get("empty", True)
    return bool(filled and "schema" in rules) and all(_value(item, rules["schema"], known) for item in node.items)


def _mapping(node: Mapping, rules: Rules, known: tuple[Table, Knowledge]) -> bool:
    keys, values, part = rules.get("keysrules"), rules.get("valuesrules"), known[0].part(rules)
    if "schema" in rules and part is None:
        return False
    if keys is not None and not all(_key(key, keys, known[1]) for key in node.entries):
        return False
    if values is not None and not all(_value(value, values, known) for value in node.entries.values()):
        return False
    return part is None or _part(node, part, known)


def _key(text: str, rules: Rules, about: Knowledge) -> bool:
    return rules.keys() <= KNOWN and rules.get("type", "string") == "string" and _text(text, rules, about)


def _text(text: str, rules: Rules, about: Knowledge) -> bool:
    if not text and not rules.get("empty", True):
        return False
    if "allowed" in rules and text not in rules["allowed"]:
        return False
    check = rules.get("check_with")
    return check is None or answer(check, text, about) is None
