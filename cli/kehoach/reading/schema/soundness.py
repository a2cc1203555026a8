"""What does not fit in a file: nothing, where a quick walk by the table proves so; else what Cerberus finds.

Most files are sound, and the walk tells so in a fraction of the time. It proves nothing wrong: what it does not
pass, be it for a rule that it does not know, goes to Cerberus, which alone says what is the matter. The rules of a
table are turned into functions once, as they are asked of every value.
"""

from collections.abc import Callable, Iterator

from kehoach.findings import Fault
from kehoach.reading.schema.leaves import Knowledge, answer
from kehoach.reading.schema.table import Part, Rules, Table
from kehoach.written import Mapping, Node, Scalar, Sequence

KNOWN = frozenset(
    {"allowed", "check_with", "empty", "excludes", "keysrules", "meta", "nullable", "required", "schema", "type"}
    | {"valuesrules"}
)
SORTS: dict[str, tuple[type, ...]] = {
    "string": (Scalar,),
    "list": (Sequence,),
    "dict": (Mapping,),
    "any": (Scalar, Sequence, Mapping),
}
ROOT, UNKNOWN = "", "?"
Proof = Callable[[Node, Knowledge], bool]
Proofs = dict[type, Proof]
NOTHING: Proofs = {}


def misfits(root: Mapping, table: Table, about: Knowledge) -> Iterator[Fault]:
    """Everything in *root* that the *table* does not allow, in the order of the file."""
    if not sound(root, table, about):
        from kehoach.reading.schema.shape import misfits as found

        yield from found(root, table, about)


def sound(root: Mapping, table: Table, about: Knowledge) -> bool:
    """Whether *root* is proved to be all that *table* allows and demands."""
    return table.once(_proofs)[ROOT](root, about)


def _proofs(table: Table) -> dict[str, Proof]:
    """What proves the root of a file and each part of it, by name; parts hold one another."""
    proofs: dict[str, Proof] = {}
    for name, part in ((ROOT, table.root), *table.parts.items()):
        proofs[name] = _part(part, proofs)
    return proofs


def _part(part: Part, proofs: dict[str, Proof]) -> Proof:
    values = {key: _value(rules, proofs) for key, rules in part.items()}
    either = [(key, rules["excludes"]) for key, rules in part.items() if rules.get("excludes")]
    required = {key for key, rules in part.items() if rules.get("required")} - {key for key, _ in either}

    def proved(node: Node, about: Knowledge) -> bool:
        assert isinstance(node, Mapping)
        entries = node.entries
        for key, value in entries.items():
            proof = values.get(key, NOTHING).get(type(value))
            if proof is None or not proof(value, about):
                return False
        return required <= entries.keys() and all((one in entries) != (other in entries) for one, other in either)

    return proved


def _value(rules: Rules, proofs: dict[str, Proof]) -> Proofs:
    """What proves a value, by its class; a blank is a scalar whatever the rules want."""
    sorts = SORTS.get(rules.get("type", "any"), ()) if rules.keys() <= KNOWN else ()
    inside: dict[type, Proof] = {Mapping: _mapping(rules, proofs), Sequence: _list(rules, proofs)}
    return {Scalar: _text(rules, Scalar in sorts), **{sort: inside[sort] for sort in sorts if sort in inside}}


def _fits(value: Node, proofs: Proofs, about: Knowledge) -> bool:
    proof = proofs.get(type(value))
    return proof is not None and proof(value, about)


def _list(rules: Rules, proofs: dict[str, Proof]) -> Proof:
    empty, each = rules.get("empty", True), rules.get("schema")
    item = _value(each, proofs) if isinstance(each, dict) and rules.get("type") == "list" else None

    def proved(node: Node, about: Knowledge) -> bool:
        assert isinstance(node, Sequence)
        return bool(node.items or empty) and item is not None and all(_fits(one, item, about) for one in node.items)

    return proved


def _mapping(rules: Rules, proofs: dict[str, Proof]) -> Proof:
    empty, schema, inner = rules.get("empty", True), rules.get("schema"), rules.get("valuesrules")
    name = schema if schema is None or isinstance(schema, str) else UNKNOWN
    keys = _key(rules["keysrules"]) if "keysrules" in rules else None
    values = _value(inner, proofs) if inner is not None else None

    def proved(node: Node, about: Knowledge) -> bool:
        assert isinstance(node, Mapping)
        if not (node.entries or empty) or (name is not None and name not in proofs):
            return False
        if keys and not all(keys(key, about) for key in node.entries):
            return False
        if values and not all(_fits(value, values, about) for value in node.entries.values()):
            return False
        return name is None or proofs[name](node, about)

    return proved


def _key(rules: Rules) -> Callable[[str, Knowledge], bool]:
    fits = rules.keys() <= KNOWN and rules.get("type", "string") == "string"
    return _words(rules) if fits else lambda text, about: False


def _text(rules: Rules, wanted: bool) -> Proof:
    nullable, words = bool(rules.get("nullable")), _words(rules)

    def proved(node: Node, about: Knowledge) -> bool:
        assert isinstance(node, Scalar)
        return nullable if node.blank else wanted and words(node.text, about)

    return proved


def _words(rules: Rules) -> Callable[[str, Knowledge], bool]:
    empty, allowed, check = rules.get("empty", True), rules.get("allowed"), rules.get("check_with")

    def proved(text: str, about: Knowledge) -> bool:
        if (not text and not empty) or (allowed is not None and text not in allowed):
            return False
        return check is None or answer(check, text, about) is None

    return proved
