"""The signs between the parts of a document's number."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.phrases import document_number
from kehoach.phrases.document_number import DocumentNumber, codes
from kehoach.records import replace
from kehoach.rules.references.cited import cited
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written


@rule("REF111", Grain.WRITTEN, INFO)
def signs_of_the_body(file: Written, view: View) -> Iterator[Fault]:
    """The Party and the Union write hyphen, then stroke; bodies of the state write stroke, then hyphen.

    ``35-NQ/TW`` and ``1248/QĐ-TTg`` are found by their signs; the other way round was typed by habit. A joint number
    (``12/CTPH-TĐTN-CAT``) is left alone.
    """
    known = view.lexicon.view(codes)
    for found in cited(file, view):
        number = found.citation.number
        if number and number.number and number.kind in known and not number.year and _crossed(number, view):
            meant = document_number.canonical(replace(number, state=not number.state), view.lexicon)
            yield found.fault("REF111", {"written": number.written.strip(), "meant": meant})


def _crossed(number: DocumentNumber, view: View) -> bool:
    of_state = number.body in view.lexicon.words("references", "bodies_of_state")
    hyphened = number.body in view.lexicon.words("references", "bodies_hyphened")
    return (number.state and hyphened and not number.department) or (not number.state and of_state)
