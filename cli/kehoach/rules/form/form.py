"""A finished document with the parts of the official form that were found in it."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.phrases.lexicon import Lexicon
from kehoach.places import Place
from kehoach.records import dataclass
from kehoach.rules.form.parts.annex import annexes
from kehoach.rules.form.parts.body import body
from kehoach.rules.form.parts.foot import foot
from kehoach.rules.form.parts.found import Found
from kehoach.rules.form.parts.head import head
from kehoach.sheet import Paragraph, Sheet
from kehoach.standards.layout import Style
from kehoach.standards.standard import Standard
from kehoach.tree import Element

EXCERPT = 60
LONGEST = 300


@dataclass(frozen=True, slots=True)
class Form:
    """What a rule of the form looks at: a *sheet*, its parts, the *standard* that it is held to.

    *start* and *end* are the positions of the foot among the paragraphs; annexes stand behind it, the parts of whose
    heads are *annexed*.
    """

    sheet: Sheet
    standard: Standard
    lexicon: Lexicon
    found: tuple[Found, ...]
    start: int
    end: int
    annexed: tuple[Found, ...] = ()

    @classmethod
    def of(cls, sheet: Sheet, standard: Standard, lexicon: Lexicon) -> "Form":
        """The form of *sheet*."""
        above = head(sheet.paragraphs, standard, lexicon)
        below = foot(sheet.paragraphs, above.length, standard, lexicon)
        text = body(sheet.paragraphs[above.length : below.start], standard, lexicon)
        found = (*above.found, *text, *below.found)
        behind = tuple(annexes(sheet.paragraphs[below.end :], lexicon))
        return cls(sheet, standard, lexicon, found, below.start, below.end, behind)

    def parts(self, *roles: Element | None) -> Iterator[Found]:
        """The parts that play one of *roles*, in order; None are the headings."""
        return (one for one in self.found if one.role in roles)

    def style(self, part: Found) -> Style:
        """How the standard wants *part*; an office that signs for nobody but itself has a form of its own."""
        if part.role is None:
            return self.standard.rung(part.level)
        alone = part.role is Element.OFFICE and not any(self.parts(Element.AUTHORITY))
        return self.standard.elements[Element(self.standard.signing.alone) if alone else part.role]

    def fault(self, code: str, paragraph: Paragraph | None, **arguments: object) -> Fault:
        """A fault at *paragraph*, at the first one where it is None; ``text`` is how the paragraph begins."""
        at = paragraph or next((one for one in self.sheet.paragraphs if not one.blank), None)
        words = " ".join(f"{at.mark} {at.text}".split()) if at else ""
        excerpt = words if len(words) <= EXCERPT else f"{words[:EXCERPT].rstrip()}…"
        number = at.number if at else 1
        place = Place(self.sheet.file, number, 1, number, 1, excerpt)
        return Fault(code, place, arguments={key: str(value)[:LONGEST] for key, value in arguments.items()})
