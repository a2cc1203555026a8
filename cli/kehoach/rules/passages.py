"""The words of a plan file as they are read: sentence bearers one by one, each with its way back into the file."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from kehoach.leaves import Leaf
from kehoach.patterns import CAPITALS, compiled
from kehoach.places import Place
from kehoach.pointers import pointed
from kehoach.records import dataclass
from kehoach.rules.view import View
from kehoach.scalars import stretch
from kehoach.written import Scalar, Written

ITEMS = frozenset({"targets", "activities", "deadlines"})
PROSE = "body"
TITLE = "title"
_BLOCK = compiled(r"\n[ \t]*(?=\n|[-+|*][ \t]|\|)|\n[ \t]*\n")
_BULLET = compiled(r"[ \t\n]*(?:([-+])[ \t]+)?")
_SENTENCE = compiled(rf"[.;!?…][”\"*)]*\s+(?=[“\"*(]*[{CAPITALS}0-9])")


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one leaf: a title, a text, or a block of the prose of a section.

    *path* is where the leaf stands in the file, *key* its last name; *number* counts the blocks of a prose from 1.
    *start* is where *text* begins in the leaf; *level* is 1 for ``-`` and 2 for ``+``, and counts how deep a
    deadline stands in others. *titles* are those of the sections around it, the outermost first. *worded* tells
    words of a person from ids, numbers and dates of the language.
    """

    file: Written
    scalar: Scalar
    path: str
    key: str
    text: str
    start: int = 0
    number: int = 0
    level: int = 0
    titles: tuple[str, ...] = ()
    worded: bool = False
    item: str = ""

    def place(self, start: int, end: int) -> Place:
        """Where the code points *start* to *end* of the text stand in the file."""
        return stretch(self.file.text, self.scalar, self.start + start, self.start + end)

    @property
    def whole(self) -> Place:
        """Where the whole text stands."""
        return self.place(0, len(self.text))

    @property
    def pointer(self) -> str:
        """Its name in the language of plans (``cay_xanh/text``, ``giao_duc/own/body/3``)."""
        named = pointed(self.path.split("/"))
        return f"{named}/{self.number}" if self.number else named

    @property
    def sort(self) -> str:
        """``targets``, ``activities`` or ``deadlines`` for the words of such an item, else empty."""
        return self.item.rpartition("/")[0].rpartition("/")[2]

    def sentences(self) -> Iterator[tuple[int, str]]:
        """Its sentences, each with where it begins in the text."""
        return sentences(self.text)


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """The sentences of *text*, each with where it begins."""
    start = 0
    for match in _SENTENCE.finditer(text):
        yield start, text[start : match.end()]
        start = match.end()
    yield start, text[start:]


def passages(file: Written, view: View) -> tuple[Passage, ...]:
    """Every passage of *file* in its order, that of the source where it is a finished document."""
    return view.once(_passages, file)


def texts(file: Written, view: View) -> tuple[Passage, ...]:
    """The passages of *file* that are words of a person."""
    return view.once(_texts, file)


def items(file: Written, view: View) -> Mapping[str, Passage]:
    """What the ``text`` of each target, activity and deadline of *file* says, by the path of the item."""
    return view.once(_items, file)


def _items(file: Written, view: View) -> Mapping[str, Passage]:
    return {passage.item: passage for passage in passages(file, view) if passage.item and passage.key == "text"}


def _texts(file: Written, view: View) -> tuple[Passage, ...]:
    return tuple(passage for passage in passages(file, view) if passage.worded)


def _passages(file: Written, view: View) -> tuple[Passage, ...]:
    leaves = [leaf for leaf in view.leaves(file) if leaf.scalar.text]
    titled = (leaf for leaf in leaves if leaf.pointer.endswith(f"/{TITLE}"))
    titles = Titles({leaf.pointer.removesuffix(TITLE): leaf.scalar.text for leaf in titled})
    found: list[Passage] = []
    for leaf in leaves:
        path, text, spot = leaf.pointer, leaf.scalar.text, _spot(leaf.pointer)
        above = titles[spot.part]
        if spot.key == PROSE:
            found += _blocks(file, leaf, above)
        else:
            told = Passage(file, leaf.scalar, path, spot.key, text, 0, 0, spot.level, above, leaf.worded, spot.item)
            found.append(told)
    return tuple(sorted(found, key=_offset) if file.id in view.finished else found)


def _offset(passage: Passage) -> int:
    """Where a passage begins in the source, what the program made before everything else."""
    return passage.scalar.offsets[passage.start] if passage.scalar.offsets else -1


@dataclass(frozen=True, slots=True)
class Spot:
    """What the path of a leaf tells: the part that it stands in, its key, the depth of a deadline, its item."""

    part: str
    key: str
    level: int
    item: str


# The paths of a few plans of one kind, which share most of theirs.
@lru_cache(4096)
def _spot(path: str) -> Spot:
    key = next(name for name in reversed(path.split("/")) if not name.isdecimal())
    return Spot(path[: path.rfind("/") + 1], key, path.count("deadlines/"), _item(path))


class Titles(dict[str, tuple[str, ...]]):
    """The titles around each part of a file, the outermost first; *own* are those of the parts themselves."""

    def __init__(self, own: Mapping[str, str]) -> None:
        super().__init__({"": ()})
        self._own = own

    def __missing__(self, part: str) -> tuple[str, ...]:
        outer = self[part[: part.rfind("/", 0, -1) + 1]]
        self[part] = (*outer, self._own[part]) if part in self._own else outer
        return self[part]


def _item(path: str) -> str:
    """The path of the target, activity or deadline that *path* stands in, empty where in none."""
    at, sort = max((path.rfind(f"{sort}/"), sort) for sort in ITEMS)
    id = path.find("/", at + len(sort) + 1)
    return path[:id] if at >= 0 and id >= 0 else ""


def _blocks(file: Written, leaf: Leaf, titles: tuple[str, ...]) -> Iterator[Passage]:
    """The blocks of a prose; a line that goes on with the one before it is joined to it."""
    number = 0
    text = leaf.scalar.text
    bounds = [0, *(match.end() for match in _BLOCK.finditer(text)), len(text)]
    for start, end in pairwise(bounds):
        mark = _BULLET.match(text, start, end)
        begin = mark.end() if mark else start
        words = text[begin:end].rstrip().replace("\n", " ")
        if words:
            number += 1
            level = {"-": 1, "+": 2}.get(mark[1] or "", 0) if mark else 0
            yield Passage(file, leaf.scalar, leaf.pointer, PROSE, words, begin, number, level, titles, worded=True)
