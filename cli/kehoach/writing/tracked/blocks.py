"""Paragraphs and tables of two documents laid beside one another and marked."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element

from kehoach.records import dataclass
from kehoach.writing.tracked.endings import shared_ends
from kehoach.writing.tracked.markup import Marks, copied, local, tag, with_properties
from kehoach.writing.tracked.paragraphs import Differ, both, text_of, whole

# Of two rows of texts the places that belong together.
Aligner = Callable[[Sequence[str], Sequence[str]], Sequence[tuple[int | None, int | None]]]


@dataclass(frozen=True, slots=True)
class Merger:
    """Makes one body of two; *aligner* pairs paragraphs, *differ* finds the changed words of a pair.

    *frame* is the style of the tables without rules that hold the letterhead and the foot.
    """

    marks: Marks
    aligner: Aligner
    differ: Differ
    frame: str

    def blocks(self, old: Sequence[Element], new: Sequence[Element], *, cell: bool = False) -> Sequence[Element]:
        """The blocks of *old* and *new* as one row; the last of a *cell* always stay together."""
        made = list(self._blocks(old, new, cell))
        shared_ends(made, self.marks)
        return made

    def _blocks(self, old: Sequence[Element], new: Sequence[Element], cell: bool) -> Iterator[Element]:
        ends = cell and old and new and local(old[-1]) == local(new[-1]) == "p"
        olds, news = (old[:-1], new[:-1]) if ends else (old, new)
        for before, after in self._parts(olds, news):
            for i, j in self.aligner([self._key(one) for one in before], [self._key(one) for one in after]):
                yield from self._pair(before[i] if i is not None else None, after[j] if j is not None else None)
        if ends:
            yield both(old[-1], new[-1], self.marks, self.differ)

    def _parts(self, old: Sequence[Element], new: Sequence[Element]) -> Iterator[tuple[Sequence[Element], ...]]:
        """Both rows in parts that each begin with a frame, which always stay together; else each as a whole."""
        starts = [[0, *(n for n, one in enumerate(row) if n and self._framed(one)), len(row)] for row in (old, new)]
        if len(starts[0]) != len(starts[1]):
            starts = [[0, len(row)] for row in (old, new)]
        for (first, last), (begin, end) in zip(*map(pairwise, starts), strict=True):
            yield old[first:last], new[begin:end]

    def _framed(self, block: Element) -> bool:
        return any(style.get(tag("val")) == self.frame for style in block.iter(tag("tblStyle")))

    def _pair(self, old: Element | None, new: Element | None) -> Iterator[Element]:
        if old is None or new is None or local(old) != local(new):
            yield from (self._alone(one, name) for one, name in ((old, "del"), (new, "ins")) if one is not None)
        elif local(new) == "p":
            yield both(old, new, self.marks, self.differ)
        else:
            yield self._table(old, new)

    def _alone(self, block: Element, name: str) -> Element:
        return whole(block, self.marks, name) if local(block) == "p" else self._whole_table(block, name)

    def _table(self, old: Element, new: Element) -> Element:
        """Two tables as one, row by row; those of other columns stand one after the other."""
        made = _without_rows(new)
        olds, news = old.findall(tag("tr")), new.findall(tag("tr"))
        for i, j in self._rows(olds, news):
            if i is not None and j is not None and _width(olds[i]) == _width(news[j]):
                made.append(self._row(olds[i], news[j]))
                continue
            if i is not None:
                made.append(self._whole_row(olds[i], "del"))
            if j is not None:
                made.append(self._whole_row(news[j], "ins"))
        return made

    def _rows(self, old: Sequence[Element], new: Sequence[Element]) -> Sequence[tuple[int | None, int | None]]:
        """Rows in pairs: one by one where there are as many, else by their words."""
        if len(old) == len(new):
            return [(n, n) for n in range(len(new))]
        return self.aligner([self._key(row) for row in old], [self._key(row) for row in new])

    def _row(self, old: Element, new: Element) -> Element:
        made = Element(tag("tr"))
        held = new.find(tag("trPr"))
        if held is not None:
            made.append(copied(held))
        for before, after in zip(old.findall(tag("tc")), new.findall(tag("tc")), strict=True):
            made.append(_cell(after, self.blocks(_inside(before), _inside(after), cell=True)))
        return made

    def _whole_table(self, table: Element, name: str) -> Element:
        made = _without_rows(table)
        made.extend(self._whole_row(row, name) for row in table.findall(tag("tr")))
        return made

    def _whole_row(self, row: Element, name: str) -> Element:
        made = copied(row)
        with_properties(made, "trPr").append(self.marks.mark(name))
        for cell in made.findall(tag("tc")):
            blocks = _inside(cell)
            for one in blocks:
                cell.remove(one)
            cell.extend(whole(one, self.marks, name, last=True) for one in blocks)
        return made

    def _key(self, block: Element) -> str:
        """What a block is paired by: its words, or how it looks where it has none or is a frame."""
        words = "\n".join(text_of(one) for one in block.iter(tag("p")))
        looks = [style.get(tag("val")) for style in block.iter(tag("pStyle"))]
        return f"\0{looks[-1]}" if looks and (self._framed(block) or not words.strip()) else words


def _inside(cell: Element) -> list[Element]:
    return [one for one in cell if local(one) in {"p", "tbl"}]


def _cell(cell: Element, blocks: Sequence[Element]) -> Element:
    made = Element(tag("tc"))
    made.extend(copied(one) for one in cell if local(one) == "tcPr")
    made.extend(blocks)
    return made


def _without_rows(table: Element) -> Element:
    made = Element(tag("tbl"))
    made.extend(copied(one) for one in table if local(one) != "tr")
    return made


def _width(row: Element) -> int:
    return len(row.findall(tag("tc")))
