"""The căn cứ: the signs at their ends."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.rules.form.form import Form
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.tree import Element


@rule("FMT321", Grain.FORM, ERROR)
def bases_punctuated(form: Form) -> Iterator[Fault]:
    """Each căn cứ ends as the standard says, the last one differently."""
    lines = list(form.parts(Element.BASIS))
    for one in lines:
        wanted = form.standard.basis.last if one is lines[-1] else form.standard.basis.end
        if not one.text.endswith(wanted):
            yield form.fault("FMT321", one.paragraph, actual=one.text[-1], wanted=wanted)
