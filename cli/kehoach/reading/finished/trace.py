"""Words on their way from the source to a block: each code point with the offset that it stands at."""

from collections.abc import Iterable

from kehoach.manuscript import Emphasis
from kehoach.patterns import compiled
from kehoach.records import dataclass

# Signs without width, soft hyphens and control characters: no reader of the page sees them.
UNSEEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f"
TOKEN = compiled(rf"(?P<blank>[^\S\x1c-\x1f]+)|(?P<unseen>[{UNSEEN}]+)|[^\s{UNSEEN}]+")
# A number of a document or a range of dates goes on behind its sign, an address behind any.
CUT_WITHIN = compiled(r"\w[/-]$|(?:https?://|www\.|@)[^\s)]*[/._?=&-]$")
ODD = compiled(rf"[^\S ]|  |[{UNSEEN}]")
LONGEST_ADDRESS = 200
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Trace:
    """*text*, for each of its code points the offset in the source, and one more for its end.

    *bold* and *italic* hold the indexes that stand out.
    """

    text: str
    at: tuple[int, ...]
    bold: frozenset[int] = frozenset()
    italic: frozenset[int] = frozenset()

    def part(self, start: int, end: int) -> "Trace":
        """The code points *start* to *end*, without white space around them."""
        kept = self.text[start:end]
        start += len(kept) - len(kept.lstrip())
        end = start + len(kept.strip())
        bold, italic = (frozenset(i - start for i in one if start <= i < end) for one in (self.bold, self.italic))
        return Trace(self.text[start:end], self.at[start : end + 1], bold, italic)

    def all(self, look: frozenset[int]) -> bool:
        """Whether every letter of it has the *look*."""
        return bool(look) and all(i in look or char.isspace() for i, char in enumerate(self.text))

    def emphases(self) -> tuple[Emphasis, ...]:
        """The stretches that stand out, in order."""
        if not self.bold and not self.italic:
            return ()
        found: list[Emphasis] = []
        for i in range(len(self.text)):
            bold, italic = i in self.bold, i in self.italic
            if found and found[-1].end == i and (found[-1].bold, found[-1].italic) == (bold, italic):
                found[-1] = Emphasis(found[-1].start, i + 1, bold, italic)
            elif bold or italic:
                found.append(Emphasis(i, i + 1, bold, italic))
        return tuple(found)


def traced(text: str, spans: Iterable[tuple[int, int]]) -> Trace:
    """The *spans* of the source *text* as one: white space made one space each, what is unseen left out."""
    words: list[str] = []
    at: list[int] = []
    end = 0
    for start, end in spans:
        if words and words[-1] != " " and not _cut_within(text, at[-1] + 1, "".join(words[-3:])[-LONGEST_ADDRESS:]):
            words.append(" ")
            at.append(at[-1] + 1)
        if not ODD.search(text, start, end):
            words.append(text[start:end])
            at.extend(range(start, end))
            continue
        for token in TOKEN.finditer(text, start, end):
            if token.lastgroup is None:
                words.append(token.group())
                at.extend(range(token.start(), token.end()))
            elif token.lastgroup == "blank" and words and words[-1] != " ":
                words.append(" ")
                at.append(token.start())
    return Trace("".join(words), (*at, end)).part(0, len(at))


def _cut_within(text: str, end: int, before: str) -> bool:
    """Whether a word was cut where a span ends at *end*, with *before* at its end: in a number, an address, a word."""
    return text.startswith(SOFT_HYPHEN, end) or CUT_WITHIN.search(before) is not None
