"""The shape of a file: Cerberus finds what does not fit, and each misfit becomes a fault at its place."""

from collections.abc import Callable, Iterable, Iterator
from types import new_class
from typing import Any

from cerberus import Validator, errors
from cerberus.schema import SchemaRegistry

from kehoach.findings import Fault
from kehoach.places import Place
from kehoach.pointers import pointed
from kehoach.reading.schema.leaves import CHECKS, Knowledge, answer, nearest
from kehoach.reading.schema.table import Table
from kehoach.written import Mapping, Node, Scalar, Sequence, plain

Path = tuple[Any, ...]


class _Asking(Validator):  # type: ignore[misc]
    """Cerberus with one way to ask about a leaf."""

    def ask(self, field: Any, value: Any, name: str) -> None:
        """Note that *value* is not what the check *name* wants."""
        if isinstance(value, str) and answer(name, value, self._config["about"]):
            self._error(field, name)


def _asking(name: str) -> Callable[[Any, Any, Any], None]:
    return lambda shape, field, value: shape.ask(field, value, name)


def _asked() -> dict[str, Any]:
    return {f"_check_with_{name}": _asking(name) for name in CHECKS}


Shape: Any = new_class("Shape", (_Asking,), exec_body=lambda body: body.update(_asked()))


def misfits(root: Mapping, table: Table, about: Knowledge) -> Iterator[Fault]:
    """Everything in *root* that the *table* does not allow, in the order of the file."""
    registry = SchemaRegistry()
    for name, part in table.parts.items():
        registry.add(name, part)
    shape = Shape(table.root, schema_registry=registry, about=about)
    if not shape.validate(plain(root), normalize=False):
        single = ((error, key) for error, key in _single(shape._errors, False) if _told(error, root))
        found = [_fault(error, key, root, shape, about) for error, key in single]
        yield from sorted(_without_echoes(found), key=lambda fault: (fault.place, fault.code))


def _without_echoes(faults: list[Fault]) -> Iterator[Fault]:
    """*faults* without the missing keys that stand there misspelt: that is one mistake."""
    misspelt = {(_holder(fault), fault.arguments["nearest"]) for fault in faults if fault.code == "DOC201"}
    for fault in faults:
        if fault.code != "DOC204" or (_holder(fault), fault.arguments["key"]) not in misspelt:
            yield fault


def _holder(fault: Fault) -> str:
    return fault.pointer.rpartition("/")[0]


def _single(group: Iterable[Any], key: bool) -> Iterator[tuple[Any, bool]]:
    """The single errors of a group, each with whether it is about a key."""
    for error in group:
        if error.child_errors:
            yield from _single(error.child_errors, error.code == errors.KEYSRULES.code)
        else:
            yield error, key


def _told(error: Any, root: Mapping) -> bool:
    """Two keys that exclude one another are one mistake, told at the second."""
    if error.code != errors.EXCLUDES_FIELD.code:
        return True
    *holder, key = error.document_path
    return _place(root, (*holder, key), True) > _place(root, (*holder, error.constraint), True)


def _fault(error: Any, key: bool, root: Mapping, shape: Any, about: Knowledge) -> Fault:
    path: Path = error.document_path
    code, arguments = _said(error, root, shape, about)
    at_key = key or error.code in (errors.UNKNOWN_FIELD.code, errors.EXCLUDES_FIELD.code)
    names = (str(step + 1) if isinstance(step, int) else step for step in path)
    return Fault(code, _place(root, path, at_key), pointed(names), arguments)


def _said(error: Any, root: Mapping, shape: Any, about: Knowledge) -> tuple[str, dict[str, str]]:
    name, entry = _named(error.document_path)
    if error.code == errors.CUSTOM.code:
        code, arguments = CHECKS[error.info[0]](error.value, about) or ("DOC203", {})
        return code, {"key": name, **arguments}
    if error.code == errors.UNKNOWN_FIELD.code:
        known = tuple(_known(shape, error.document_path))
        return "DOC201", {"key": name, "nearest": nearest(name, known), "allowed": ", ".join(known)}
    if error.code == errors.REQUIRED_FIELD.code:
        return "DOC204", {"key": name}
    if error.code in (errors.NOT_NULLABLE.code, errors.EMPTY_NOT_ALLOWED.code):
        return "DOC205", {"key": name, "entry": entry}
    if error.code == errors.UNALLOWED_VALUE.code:
        return "DOC203", {"key": name, "value": str(error.value), "allowed": ", ".join(error.constraint)}
    if error.code == errors.EXCLUDES_FIELD.code:
        return "DOC217", {"key": name, "other": str(error.constraint)}
    found = _sort(_node(root, error.document_path))
    return "DOC202", {"key": name, "entry": entry, "found": found, "wanted": str(error.constraint)}


def _named(path: Path) -> tuple[str, str]:
    """The last key of *path*, and which entry of its list is meant, counted from 1, where *path* leads to one."""
    last = path[-1]
    return (str(path[-2]), str(last + 1)) if isinstance(last, int) else (str(last), "")


def _known(shape: Any, path: Path) -> Iterator[str]:
    """The keys that may stand beside the last step of *path*."""
    rules: Any = {"type": "dict", "schema": dict(shape.schema)}
    for step in path[:-1]:
        schema = rules.get("schema")
        keys = shape.schema_registry.get(schema) if isinstance(schema, str) else schema
        inner = keys[step] if keys and step in keys else rules.get("valuesrules")
        rules = schema if rules.get("type") == "list" else inner
    schema = rules.get("schema", {})
    yield from shape.schema_registry.get(schema) if isinstance(schema, str) else schema


def _sort(node: Node | None) -> str:
    return {Mapping: "dict", Sequence: "list", Scalar: "string"}.get(type(node), "string")


def _node(root: Node, path: Path) -> Node | None:
    node: Node | None = root
    for step in path:
        if isinstance(node, Mapping):
            node = node.get(step)
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def _place(root: Mapping, path: Path, at_key: bool) -> Place:
    """The place of the value at *path*, or of its key; of what is missing, that of its mapping's first key."""
    holder, node = _node(root, path[:-1]), _node(root, path)
    if isinstance(holder, Mapping) and path[-1] in holder.keys:
        blank = isinstance(node, Scalar) and node.blank
        if at_key or node is None or blank:
            return holder.keys[path[-1]]
        return node.place
    if node is not None:
        return node.place
    if isinstance(holder, Mapping) and holder.keys:
        return next(iter(holder.keys.values()))
    return holder.place if holder else root.place
