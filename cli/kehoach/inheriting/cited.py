"""What a citation says of a plan: read from the head of its file alone, so that plans may cite one another."""

from kehoach import written as w
from kehoach.inheriting.citing import Cited, issuer_of
from kehoach.inheriting.days import day_of
from kehoach.inheriting.head import Heading, by_kind, issued
from kehoach.inheriting.parts import head_fields
from kehoach.inheriting.world import World


def cited(file: w.Written, world: World) -> Cited | None:
    """What a citation says of the plan in *file*; None where its kind, unit or year is not known."""
    words = {key: node.text for key, node in file.root.entries.items() if isinstance(node, w.Scalar)}
    kind, unit, year = world.kinds.get(words.get("kind", "")), words.get("unit", ""), words.get("year", "")
    if kind is None or unit not in world.units or not year.isdecimal():
        return None
    fields = head_fields(file, unit)
    day = day_of(fields, kind, int(year))
    about = Heading(file.id, unit, kind, world.lexicon, lambda id: world.units.state(id, day), lambda _: None)
    by = next(issued(fields, about))
    subject = (fields.get("subject") or by_kind(kind.subject, fields, about)).text
    matter = subject[:1].lower() + subject[1:] if kind.cited_lower else subject
    return Cited(kind.document, by.number, by.date, issuer_of(by, world.units.state(by.unit, day)), matter)
