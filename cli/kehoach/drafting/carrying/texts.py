"""The texts of a plan file, each with what stands around it."""

from collections.abc import Iterator

from kehoach.notes import Path
from kehoach.records import dataclass
from kehoach.written import Mapping, Node, Scalar, Sequence

# Keys that hold ids, numbers or words of the language; what stands under them says nothing of a year.
# fmt: off
STRUCTURE = frozenset({
    "kind", "unit", "numbering", "heading", "cascade", "carrier", "policy", "op", "nth", "after", "before",
    "under", "plan", "inherits", "number", "department", "date", "for", "office", "name", "form", "group",
    "ladder", "place", "live", "show", "achieve", "same_as", "given_by", "take", "moved", "allow", "style",
    "copies", "archive", "complete", "replaces", "run_in", "year", "bases_form", "verb", "rows", "calendar",
    "allocation", "sheets", "reasons", "replace", "new", "previous", "baseline", "subset_of", "allocate",
    "own_share",
})
# fmt: on
LIMITS = frozenset({"due"})


@dataclass(frozen=True, slots=True)
class Text:
    """A scalar that may speak of the year; *context* is the sentence of the item that holds it."""

    path: Path
    scalar: Scalar
    context: str = ""

    @property
    def limit(self) -> bool:
        """Whether it is the time limit of a deadline."""
        return bool(LIMITS & set(self.path))


def texts(root: Mapping) -> Iterator[Text]:
    """Every text of the file, in order."""
    yield from _walk(root, (), "")


def _walk(node: Node, path: Path, context: str) -> Iterator[Text]:
    if isinstance(node, Scalar):
        if node.text and node.offsets:
            yield Text(path, node, context)
    elif isinstance(node, Sequence):
        for place, item in enumerate(node.items):
            yield from _walk(item, (*path, str(place)), context)
    else:
        own = node.get("text")
        around = own.text if isinstance(own, Scalar) else context
        for key, value in node.entries.items():
            if key not in STRUCTURE or (key == "plan" and isinstance(value, Mapping)):
                yield from _walk(value, (*path, key), "" if key == "text" else around)
