"""What a plan is based on."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases import citation
from kehoach.phrases.choices import choice
from kehoach.phrases.citation import Citation
from kehoach.phrases.document_number import types
from kehoach.phrases.lexicon import Lexicon
from kehoach.plan import Basis, Issued, Plan
from kehoach.rules.passages import texts
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written


@rule("REF109", Grain.WRITTEN, INFO)
def basis_numbered(file: Written, view: View) -> Iterator[Fault]:
    """A basis that is a document names its number and date.

    Laws, charters and resolutions of congresses are known without.
    """
    pattern = view.lexicon.view(_bare)
    for passage in texts(file, view) if file.root.get("bases") else ():
        named = pattern.match(passage.text) if passage.path.startswith("bases/") else None
        if named and not citation.find(passage.text, view.lexicon):
            arguments = {"kind": named["kind"], "written": " ".join(passage.text.split()).rstrip(" ;.")}
            yield Fault("REF109", passage.whole, passage.pointer, arguments)


@rule("REF110", Grain.RESOLVED, WARNING)
def parent_cited_rightly(plan: Plan, view: View) -> Iterator[Fault]:
    """Where a plan cites the plan above it, number and date are those of its head.

    What is known of the parent, here or as a stub, is held against each basis of its type and year.
    """
    parents = [parent for parent in plan.ancestors if parent.id in plan.parents]
    for number, basis in enumerate(plan.head.bases, 1):
        for parent in parents if basis.citation and not basis.plan and basis.text.plan == plan.id else ():
            wrong = _wrong(basis, parent, view)
            if wrong:
                related = (Related(parent.root.get("issued", parent.place), "parent_head_here"),)
                arguments = {"cited": wrong[0], "head": wrong[1], "plan": parent.id}
                yield Fault("REF110", basis.text.place, f"bases/{number}", arguments, related)


def _wrong(basis: Basis, parent: Plan, view: View) -> tuple[str, str] | None:
    """What is cited and what the head says, where they differ; None where another document may be meant."""
    cited, head = basis.citation, parent.head.issued[0] if parent.head.issued else None
    if cited is None or head is None or not _may_be(cited, parent, head, view):
        return None
    ours, theirs = cited.number, head.number
    if ours and theirs and ours.value and theirs.value and ours.value != theirs.value:
        return ours.written.strip(), theirs.written.strip() or str(theirs.value)
    if cited.date and head.date and cited.date.complete and head.date.complete and cited.date != head.date:
        return cited.date.written.strip(), head.date.written.strip()
    return None


def _may_be(cited: Citation, parent: Plan, head: Issued, view: View) -> bool:
    """Whether the parent is meant: its type, its body's symbol, its year, and either its number or its date."""
    kind, number = view.kinds.get(parent.kind), cited.number
    if kind is None or number is None or number.kind != kind.code or number.state:
        return False
    own = head.number.body if head.number else view.units.state(parent.unit, parent.day).code
    near = cited.date is None or cited.date.year in {parent.year, parent.year - 1}
    same = head.number is not None and number.value == head.number.value
    return near and number.body == own and (same or (cited.date is not None and cited.date == head.date))


def _bare(lexicon: Lexicon) -> re.Pattern[str]:
    """A basis that begins with a type of document, without a law or a congress."""
    known = choice(lexicon.words("references", "without_number"))
    verb, kind = choice(lexicon.words("documents", "verbs")), choice(lexicon.view(types))
    of = choice((*lexicon.words("documents", "issuer"), *lexicon.words("periods", "units", "year")))
    pattern = rf"\s*(?:{verb}\s+)?(?!{known}\b)(?P<kind>{kind})\b(?!.*\b{known}\b)(?=.*\b{of}\b)"
    return compiled(pattern, re.IGNORECASE | re.DOTALL)
