"""A part of the form as it was found in a document."""

from kehoach.records import dataclass
from kehoach.sheet import Paragraph, Run
from kehoach.tree import Element


@dataclass(frozen=True, slots=True)
class Found:
    """The *paragraph* that plays the part *role*, and its words *text* in it.

    *level* (from 1) and *number* are those of headings, whose role is None; numbered paragraphs have a number too.
    *side* is 0 in the left column and 1 in the right one of a head or foot, None where it has no columns.
    """

    role: Element | None
    paragraph: Paragraph
    text: str
    level: int = 0
    number: str = ""
    side: int | None = None

    @property
    def runs(self) -> tuple[Run, ...]:
        """The runs that show its words; one that a tab parts from its neighbours has only some of the paragraph's."""
        start = self.paragraph.text.find(self.text)
        end, at, kept = start + len(self.text), 0, []
        for run in self.paragraph.runs:
            if at < end and at + len(run.text) > start and run.text.strip():
                kept.append(run)
            at += len(run.text)
        return tuple(kept)

    @property
    def alone(self) -> bool:
        """Whether the line holds nothing else but its number."""
        whole, text = self.paragraph.text.strip(), self.text.strip()
        numbered = whole.endswith(text) and whole[: -len(text)].strip() == self.number
        return numbered or text in map(str.strip, whole.split("\n"))
