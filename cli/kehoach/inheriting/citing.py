"""How one plan names another in its căn cứ."""

from dataclasses import dataclass

from kehoach.inheriting.sentences import GAP
from kehoach.inheriting.world import World
from kehoach.phrases import citation
from kehoach.phrases.citation import Citation
from kehoach.phrases.document_number import DocumentNumber
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.partial_date import PartialDate
from kehoach.plan import Plan


@dataclass(frozen=True, slots=True)
class Cited:
    """What a citation needs of a plan: its type in words, number, date, issuer and matter."""

    kind: str
    number: DocumentNumber | None
    date: PartialDate | None
    issuer: str
    about: str


def cited(plan: Plan, world: World) -> Cited:
    """What a citation says of *plan*."""
    by = plan.head.issued[0]
    bodies = world.units.state(by.unit, plan.day).bodies
    body = bodies.get(by.body.text if by.body else "", {})
    issuer = body.get("cited") or body.get("name") or world.units.state(by.unit, plan.day).name
    return Cited(world.kinds[plan.kind].document, by.number, by.date, issuer, plan.head.subject.text)


def citation_of(cited: Cited, lexicon: Lexicon) -> str:
    """The words that cite a plan; what is not known yet is a gap."""
    whole = Citation("", cited.kind, cited.number, cited.date, cited.issuer, cited.about)
    return citation.canonical(whole, lexicon, gap=GAP)
