"""The number and the date written into a plan's file when it is issued."""

from collections.abc import Iterator

from kehoach.places import Edit
from kehoach.written import Mapping, Scalar, Written

KEY = "issued"


def edits(file: Written, values: dict[str, str]) -> tuple[Edit, ...]:
    """The edits of the raw text that put *values* (``number``, ``date``) under ``issued``.

    A key that stands there has its value replaced, a missing one gets a line of its own before the others.
    """
    issued = file.root.get(KEY)
    if not isinstance(issued, Mapping):
        end = "" if file.text.endswith("\n") else "\n"
        lines = "".join(f"  {key}: {value}\n" for key, value in values.items())
        return (Edit(len(file.text), len(file.text), f"{end}{KEY}:\n{lines}"),)
    return tuple(_edit(file, issued, key, value) for key, value in values.items())


def _edit(file: Written, issued: Mapping, key: str, value: str) -> Edit:
    node = issued.get(key)
    if isinstance(node, Scalar):
        place = node.place
        start = _line_start(file.text, place.line) + place.column - 1
        end = _line_start(file.text, place.end_line) + place.end_column - 1
        return Edit(start, end, value if file.text[start - 1 : start].isspace() else f" {value}")
    indent = issued.place.column - 1
    start = _line_start(file.text, issued.place.line)
    return Edit(start, start, f"{' ' * indent}{key}: {value}\n")


def _line_start(text: str, line: int) -> int:
    """The offset at which a line, counted from 1, begins."""
    starts = (0, *_after_line_ends(text))
    return starts[line - 1]


def _after_line_ends(text: str) -> Iterator[int]:
    at = text.find("\n")
    while at >= 0:
        yield at + 1
        at = text.find("\n", at + 1)
