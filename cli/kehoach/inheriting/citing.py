"""How one plan names another in its căn cứ."""

from kehoach.phrases import citation
from kehoach.phrases.citation import Citation
from kehoach.phrases.document_number import DocumentNumber
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.partial_date import SLASHED, DateForm, PartialDate
from kehoach.plan import Issued
from kehoach.plan.items import GAP
from kehoach.records import dataclass
from kehoach.units import State


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation needs of a plan: its type in words, number, date, issuer and matter."""

    kind: str
    number: DocumentNumber | None
    date: PartialDate | None
    issuer: str
    about: str


def issuer_of(by: Issued, state: State) -> str:
    """The body that issued a plan, as other units say it."""
    names = state.bodies.get(by.body.text if by.body else "", {})
    return names.get("cited") or _in_full(names.get("name", state.name), state)


def _in_full(body: str, state: State) -> str:
    """A body's name as other units say it: *Ban Chấp hành Tỉnh đoàn* with the unit's whole name."""
    short = state.words.get("self", "")
    return body.removesuffix(short) + state.name if short and body.endswith(short) else body


def citation_of(cited: Cited, lexicon: Lexicon) -> str:
    """The words that cite a plan; what is not known yet is a gap."""
    whole = Citation("", cited.kind, cited.number, cited.date, cited.issuer, cited.about)
    padding = lexicon.table("documents", "cited_date")
    form = DateForm(SLASHED.pattern, int(str(padding["day_zero_below"])), int(str(padding["month_zero_below"])), GAP)
    return citation.canonical(whole, lexicon, form)
