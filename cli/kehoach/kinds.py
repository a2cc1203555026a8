"""The kinds of documents: what each must hold, and how it is called."""

from collections.abc import Mapping

from kehoach.findings import Profile
from kehoach.records import dataclass, field

PARTS = frozenset({"subject", "theme", "bases", "opening", "closing", "recipients", "signed"})


@dataclass(frozen=True, slots=True)
class UsualSection:
    """A section that a kind knows: its usual titles, and from which profile on it must stand.

    *finished*: a finished document has it, also where a plan may go without.
    """

    id: str
    titles: tuple[str, ...]
    required: Profile | None = None
    finished: bool = False


@dataclass(frozen=True, slots=True)
class Takes:
    """What a plan of one kind takes from a plan of another: the sort, from which span, into which section.

    *within* is ``period``: only what falls into the plan's own period.
    """

    sort: str
    into: str
    within: str = "period"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of document (``schemas/kinds/<id>.yaml``).

    *name* is what people call it; *document* the tên loại that is printed; *code* its letters in the
    number; *cited_lower* says that its subject begins with a small letter where another document
    names it; *months* the first and last month of its period, 1 to 12; *closing* its usual closing
    sentence, with placeholders; *parts* maps a part of the head (one of ``PARTS``) to the profile that demands it.
    """

    id: str
    name: str
    document: str
    code: str
    template: str
    months: tuple[int, int] = (1, 12)
    subject: str = ""
    closing: str = ""
    cited_lower: bool = False
    sections: tuple[UsualSection, ...] = ()
    parts: Mapping[str, Profile] = field(default_factory=dict)
    takes: Mapping[str, tuple[Takes, ...]] = field(default_factory=dict)
