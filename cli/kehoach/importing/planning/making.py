"""The values of a plan file, made of the words of a finished document."""

from collections.abc import Collection, Iterable, Iterator
from collections.abc import Mapping as MappingOf

from kehoach.patterns import compiled
from kehoach.placeholders import escape
from kehoach.places import Place
from kehoach.written import Mapping, Node, Scalar, Sequence

SPECIAL = frozenset("\\*_")
_UNPLAIN = compiled(r"[\\*_{\n\t\r\v\f]")


def mapping(entries: Iterable[tuple[str, Node | None]], place: Place) -> Mapping:
    """The *entries* that say something, by key, at *place*; each key stands where its value does."""
    kept = {key: node for key, node in entries if node is not None and not _empty(node)}
    return Mapping(kept, {key: node.place for key, node in kept.items()}, place)


def _empty(node: Node) -> bool:
    """Whether it is a text without words, and no blank to fill."""
    return isinstance(node, Scalar) and not node.text.strip() and not node.blank


def sequence(items: Iterable[Node], place: Place) -> Sequence | None:
    """The *items* as a list; None where there are none."""
    held = tuple(items)
    return Sequence(held, place) if held else None


def word(text: str, place: Place) -> Scalar:
    """A value of ours, such as a choice, told by what stands at *place*."""
    return Scalar(text, place)


def blank(place: Place) -> Scalar:
    """A value that is still to be filled."""
    return Scalar("", place, blank=True)


def prefixed(prefix: str, scalar: Scalar) -> Scalar:
    """*scalar* with words of ours before it, which point at its beginning."""
    offsets = (*[*scalar.offsets[:1]] * len(prefix), *scalar.offsets)
    return Scalar(prefix + scalar.text, scalar.place, offsets)


def spliced(scalar: Scalar, marks: Collection[tuple[int, str]]) -> Scalar:
    """*scalar* as a text of a plan: its special signs escaped, and *marks* put in before their code points."""
    if not marks and not _UNPLAIN.search(scalar.text):
        return scalar
    inserted: dict[int, str] = {}
    for at, mark in marks:
        inserted[at] = inserted.get(at, "") + mark
    letters: list[str] = []
    offsets: list[int] = []
    for at, written in _written(scalar.text, inserted):
        letters.append(written)
        offsets += list(scalar.offsets[at : at + 1]) * len(written)
    return Scalar("".join(letters), scalar.place, (*offsets, *scalar.offsets[-1:]))


def _written(text: str, inserted: MappingOf[int, str]) -> Iterator[tuple[int, str]]:
    """Each code point of *text* as it is written in a plan, line ends as spaces, with what is inserted before it."""
    for at, letter in enumerate(text):
        shown = " " if letter in "\n\t\r\v\f" else f"\\{letter}" if letter in SPECIAL else escape(letter)
        yield at, inserted.get(at, "") + shown
    yield len(text), inserted.get(len(text), "")
