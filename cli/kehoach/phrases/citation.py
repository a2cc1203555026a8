"""A document named in a sentence: its type, number, date, issuer and matter."""

from dataclasses import dataclass, field

from kehoach.phrases.document_number import DocumentNumber
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited document; what the words leave out is None or empty.

    *kind* is the type in words (``Chương trình``). A congress resolution has no number but a
    *congress* (whose it is), its *ordinal* and its *term*.
    """

    written: str = field(compare=False)
    kind: str
    number: DocumentNumber | None = None
    date: PartialDate | None = None
    issuer: str = ""
    about: str = ""
    congress: str = ""
    ordinal: int | None = None
    term: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A citation inside a sentence."""

    start: int
    end: int
    citation: Citation


def parse(text: str, lexicon: Lexicon) -> Citation | None:
    """The citation that the whole of *text* writes, or None."""
    return None


def find(text: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """Every citation inside the sentence *text*, in order."""
    return ()
