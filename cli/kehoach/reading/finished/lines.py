"""The lines of a text that hold words, and what is told by where they stand."""

from collections.abc import Iterator
from unicodedata import normalize

from kehoach.patterns import compiled
from kehoach.reading.finished.marks import mark_of
from kehoach.reading.finished.trace import UNSEEN
from kehoach.records import dataclass

LINE = compiled(r"[^\n]*")
AROUND = compiled(rf"[\s{UNSEEN}]*")
SIGNS = compiled(r"[-–—_=*~.\s\\]{2,}")
TAB = 8


@dataclass(frozen=True, slots=True)
class Line:
    """A line without the white space around it; *start* and *end* are offsets in the text.

    *gap* counts the empty lines before it, *indent* the columns; *page*: a page begins with it. *mark* is the
    number or bullet that it begins with.
    """

    text: str
    start: int
    end: int
    gap: int = 0
    indent: int = 0
    page: bool = False
    mark: str = ""

    @property
    def row(self) -> bool:
        """Whether it is a row of a table drawn with ``|``."""
        return len(self.text) > 1 and self.text[0] == "|" == self.text[-1]

    @property
    def signs(self) -> bool:
        """Whether it is drawn and not written (``-----``, ``***``)."""
        return SIGNS.fullmatch(self.text) is not None

    @property
    def heading(self) -> bool:
        """Whether Markdown makes a heading of it."""
        return self.text.startswith("#")

    @property
    def capitals(self) -> bool:
        """Whether all of its letters are capitals."""
        return self.text.isupper()

    @property
    def bare_mark(self) -> bool:
        """Whether it holds nothing but its mark."""
        return bool(self.mark) and self.mark == self.text.strip("*_ ")


def lines(text: str) -> Iterator[Line]:
    """The lines of *text* that are not empty."""
    gap, page = 0, False
    for found in LINE.finditer(text):
        whole = found.group()
        if not whole and found.start() and text[found.start() - 1] != "\n":
            continue
        page = page or "\f" in whole
        lead = AROUND.match(whole)
        first = lead.end() if lead else 0
        kept = whole.strip()
        if first == len(whole):
            gap += 1
            continue
        indent = len(whole[:first].replace("\f", "").expandtabs(TAB))
        start = found.start() + whole.index(kept)
        words = kept if kept.isascii() else normalize("NFC", kept)
        yield Line(words, start, start + len(kept), gap, indent, page, mark_of(words))
        gap, page = 0, False
