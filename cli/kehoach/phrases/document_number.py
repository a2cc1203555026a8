"""The number and symbol of a document (``18-CTr/ĐTN``, ``66/NQ-HĐND``)."""

from dataclasses import dataclass, field

from kehoach.phrases.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document's number (None: not given yet), type code, issuing body and department.

    *number* keeps its zeros, *value* is what it counts. *state* tells the order of the state's bodies
    (``15/QĐ-BNV``) from the Party's and the Union's (``18-CTr/ĐTN``); *year* stands in laws and decrees.
    *spaced* marks spaces or dashes that the form does not have.
    """

    written: str = field(compare=False)
    number: str | None = field(compare=False)
    value: int | None
    kind: str
    body: str
    department: str = ""
    year: int | None = None
    state: bool = False
    spaced: bool = field(default=False, compare=False)


def parse(text: str, lexicon: Lexicon) -> DocumentNumber | None:
    """The number that the whole of *text* writes (``Số:`` may stand before it), or None."""
    return None
