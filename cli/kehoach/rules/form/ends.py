"""The ends of titles and signatures, which are no sentences."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.rules.form.form import Form
from kehoach.rules.form.parts.found import Found
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.tree import Element

ENDS = (".", ",", ";", ":")
LINES = (Element.AUTHORITY, Element.OFFICE, Element.NAME)


@rule("FMT347", Grain.FORM, WARNING)
def titles_unended(form: Form) -> Iterator[Fault]:
    """No full stop or other sign ends a title, an office or a name."""
    for part in _titles(form):
        if part.text.endswith(ENDS):
            yield form.fault("FMT347", part.paragraph, part=form.style(part).label, actual=part.text[-1])


def _titles(form: Form) -> Iterator[Found]:
    """The type, the last line of the subject, the lines of the signature."""
    *_, subject = (None, *form.parts(Element.SUBJECT))
    yield from form.parts(Element.KIND, *LINES)
    if subject and any(form.parts(Element.DASHES)):
        yield subject
