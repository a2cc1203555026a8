"""A text on its way into another year: what is put in place of what, and what a person must look at."""

from collections.abc import Iterator, Mapping

from kehoach.patterns import compiled
from kehoach.phrases import citation
from kehoach.phrases.choices import choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass, field

CLAUSE = compiled(r"[^.;\n]*")
PLACEHOLDER = compiled(r"\{\{[^}]*\}\}|https?://\S+")


@dataclass(frozen=True, slots=True)
class Swap:
    """Put *text* where the code points *start* to *end* of the passage stand."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to look at from *start* to *end* of the passage; *code* names its words."""

    code: str
    start: int
    end: int
    arguments: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Years:
    """The year that a plan leaves, the one that it is carried into, and the words that tell what moves."""

    old: int
    new: int
    lexicon: Lexicon

    @property
    def by(self) -> int:
        """How many years it moves on."""
        return self.new - self.old

    def any_of(self, name: str) -> str:
        """A pattern of any of the words of one of the drafting's own lists."""
        return choice(self.lexicon.words("drafting", name))


@dataclass
class Passage:
    """A text with what was found in it; a stretch that one finder has taken is closed to the next.

    *context* is what is said around it; *limit* tells that the text is the time limit of a deadline.
    """

    text: str
    context: str = ""
    limit: bool = False
    swaps: list[Swap] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    closed: list[tuple[int, int]] = field(default_factory=list)

    def close(self, start: int, end: int) -> None:
        """Let nobody else touch this stretch."""
        self.closed.append((start, end))

    def free(self, start: int, end: int) -> bool:
        """Whether nothing of this stretch is closed."""
        return not any(start < last and first < end for first, last in self.closed)

    def swap(self, start: int, end: int, text: str) -> None:
        """Put *text* there; what stays the same is not touched."""
        if self.text[start:end] != text:
            self.swaps.append(Swap(start, end, text))

    def remark(self, code: str, start: int, end: int, **arguments: str) -> None:
        """Leave a remark on a stretch, with its words."""
        words = " ".join(self.text[start:end].split())
        self.remarks.append(Remark(code, start, end, {"words": words, **arguments}))

    def sentence(self, at: int) -> str:
        """The sentence around *at*, with the context of the whole."""
        start = max(self.text.rfind(mark, 0, at) for mark in ".;\n") + 1
        return " ".join((*CLAUSE.findall(self.text, start)[:1], self.context))

    def cover(self, years: Years) -> None:
        """Close what says nothing of this plan's year: placeholders, addresses, cited documents."""
        for match in PLACEHOLDER.finditer(self.text):
            self.close(*match.span())
        for start, end, old in cited(self.text, years):
            self.close(start, end)
            if old:
                self.remark("old_document", start, end)


def cited(text: str, years: Years) -> Iterator[tuple[int, int, bool]]:
    """The stretches of *text* that cite documents, and whether each is of the plan's year or the one before.

    What a numbered document is about belongs to it and ends with the clause.
    """
    for found in citation.find(text, years.lexicon):
        rest = CLAUSE.match(text, found.end)
        end = rest.end() if rest and (found.citation.number or found.citation.date) else found.end
        when = found.citation.date
        yield found.start, end, bool(when and when.year in (years.old, years.old - 1))
