"""The forms in which a standard writes its lines: letterhead, number, date, căn cứ, recipients, signature, annex.

A form is a ``str.format`` template; the blanks that it may have stand with each.
"""

from collections.abc import Mapping

from kehoach.records import dataclass


@dataclass(frozen=True, slots=True)
class LetterheadForm:
    """What stands in the two blocks at the head, in order, by the names of elements (``issuers`` are the bodies).

    *title* and *motto* are the words at the right; an empty one is left out. Units with a code among *alone* do not
    name the body above them. *conference* (blank ``words``) and *draft* (blank ``number``) are the forms of marks.
    """

    left: tuple[str, ...]
    right: tuple[str, ...]
    title: str
    motto: str
    alone: tuple[str, ...]
    conference: str
    draft: str


@dataclass(frozen=True, slots=True)
class NumberLine:
    """The form of the number line, with and without a department; numbers have at least *digits* digits."""

    form: str
    without_department: str
    digits: int


@dataclass(frozen=True, slots=True)
class DateLine:
    """The form of the line of place and date; *padded_months* are written with a zero."""

    form: str
    day_digits: int
    padded_months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Gaps:
    """The widths of blanks to fill by hand, in no-break spaces."""

    number: int
    day: int
    month: int
    year: int
    figure: int
    text: int


@dataclass(frozen=True, slots=True)
class Unbroken:
    """What no line end parts from a number: words *before_number* (``tháng``) and *after_number* (``tỷ``).

    *together* are words of several syllables that lines in the middle of the page do not part.
    """

    before_number: tuple[str, ...]
    after_number: tuple[str, ...]
    together: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """What parts the issuer's name from the number, and what stands below the subject.

    An empty mark is a drawn line, as its element's rule says.
    """

    separator: str
    dashes: str


@dataclass(frozen=True, slots=True)
class SubjectForm:
    """*lower*: the subject begins with a small letter, unless it begins with a name."""

    lower: bool


@dataclass(frozen=True, slots=True)
class Basis:
    """What stands before each basis, after each but the last, and after the last."""

    prefix: str
    end: str
    last: str


@dataclass(frozen=True, slots=True)
class Recipients:
    """The label and the lines of the recipients; *level_with* is the line beside which they begin.

    *parts* stands between the parts of an addressee on its line; where it is empty, each part has a line of its own.
    *filing* (blank ``words``) is the last line, whose words begin with *filing_first*. *copies* (blank ``copies``)
    tells how many; *copies_raised* sets it small and high, *copies_after_end* puts it behind the end of the last line.
    """

    label: str
    end: str
    last: str
    level_with: str
    parts: str
    filing: str
    filing_first: str
    copies: str
    copies_raised: bool
    copies_after_end: bool


@dataclass(frozen=True, slots=True)
class Signing:
    """The capacities in which one signs for others, by the word that a plan writes (``TM``, ``KT``).

    *forms* are the lines of authority (blanks ``body``: on whose behalf, ``head``: the head's office), of which
    *usual* serves where a plan names none; *acting* are forms of the office (blank ``office``). *alone* is the
    element in which an office stands that signs for nobody but itself. *head_named*: a deputy who signs for a body
    names the head between the body and the own office.
    """

    usual: str
    forms: Mapping[str, str]
    acting: Mapping[str, str]
    alone: str
    head_named: bool = False


@dataclass(frozen=True, slots=True)
class Closing:
    """What ends the closing sentence; *everywhere*: a text without one too, and each annex."""

    end: str
    everywhere: bool


@dataclass(frozen=True, slots=True)
class AnnexForm:
    """The head of an annex; *own_page_numbers*: each begins again at one.

    A table with *sideways_from* columns or more lies on sheets turned sideways, and so does every allocation;
    *most_columns* is how many figures that may have before it goes on in another table.
    """

    title: str
    reference: str
    own_page_numbers: bool
    sideways_from: int
    most_columns: int
