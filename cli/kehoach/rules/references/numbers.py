"""Numbers and symbols of the documents that a plan cites."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.finished import Role
from kehoach.patterns import compiled
from kehoach.phrases import document_number
from kehoach.phrases.choices import choice, unmarked
from kehoach.phrases.document_number import DocumentNumber, codes, types
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import replace
from kehoach.rules.references.cited import Cited, cited
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Mapping, Scalar, Written


@rule("REF101", Grain.WRITTEN, WARNING)
def number_tight(file: Written, view: View) -> Iterator[Fault]:
    """Number and symbol of a document are written without spaces.

    ``18-CTr/ĐTN`` is one sign; with spaces in it a search does not find it.
    """
    apart = view.lexicon.view(_apart)
    for found in cited(file, view):
        number = found.citation.number
        if number and number.number and number.spaced:
            yield found.fault("REF101", _written(number, view))
        behind = apart.match(found.passage.text, found.number_end) if number and not number.department else None
        if number and behind:
            tight = f"{document_number.canonical(number, view.lexicon)}-{behind[1]}"
            yield found.fault("REF101", {"written": number.written.strip() + behind[0], "tight": tight})
    number, scalar = _own(file, view)
    if number and scalar and number.number and number.spaced:
        yield Fault("REF101", scalar.place, "issued/number", _written(number, view))


@rule("REF102", Grain.WRITTEN, WARNING)
def symbol_known(file: Written, view: View) -> Iterator[Fault]:
    """The symbol of a cited document is that of its type and of a body.

    Codes have their own capitals (``CTr``), and a body's symbol that nearly is a known one was mistyped.
    """
    bodies = view.whole(_bodies)
    for found in cited(file, view):
        number = found.citation.number
        if number and (meant := _meant(found, number, bodies, view)):
            yield found.fault("REF102", {"written": number.written.strip(), "meant": meant})


@rule("REF103", Grain.WRITTEN, WARNING)
def code_of_the_type(file: Written, view: View) -> Iterator[Fault]:
    """The code in a number is that of the type of document that is named before it.

    *Kế hoạch số 05-CTr/TĐTN* names two documents; nobody can find it.
    """
    coded = view.lexicon.view(_coded)
    for found in cited(file, view):
        number = found.citation.number
        if number and number.kind in coded and not number.year:
            named = view.lexicon.view(types).get(found.citation.kind)
            if _codes(named, view) and named not in coded[number.kind]:
                types_of = " / ".join(coded[number.kind])
                yield found.fault("REF103", {"kind": found.citation.kind, "code": number.kind, "types": types_of})
    yield from _head(file, view)


@rule("REF104", Grain.WRITTEN, INFO)
def symbol_whole(file: Written, view: View) -> Iterator[Fault]:
    """The symbol of a state body's document has the code of its type.

    *Đề án 06/CP* stands in no register of documents; the decision that approved it does.
    """
    for found in cited(file, view):
        number, kind = found.citation.number, found.citation.kind
        if number is None or number.kind or number.year or number.department or not number.state:
            continue
        if number.body.isupper() and kind not in view.lexicon.words("references", "without_code"):
            yield found.fault("REF104", {"written": found.citation.written.strip()})


def _head(file: Written, view: View) -> Iterator[Fault]:
    """The fault of the number in the head of a finished document, whose title is another type."""
    finished = view.finished.get(file.id)
    title = next(finished.of(Role.KIND), None) if finished else None
    number, scalar = _own(file, view)
    coded = view.lexicon.view(_coded).get(number.kind) if number else None
    if title is None or scalar is None or number is None or coded is None:
        return
    named = _titled(title.text, view)
    if named and named not in coded:
        arguments = {"kind": named, "code": number.kind, "types": " / ".join(coded)}
        related = (Related(title.block.words.place, "head_here"),)
        yield Fault("REF103", scalar.place, "issued/number", arguments, related)


def _titled(title: str, view: View) -> str:
    """The type of document with which *title* begins, empty where it is none or one of several."""
    said = f"{' '.join(title.lower().split())} "
    words = view.lexicon.view(types).items()
    return max(((len(word), name) for word, name in words if said.startswith(f"{word.lower()} ")), default=(0, ""))[1]


def _own(file: Written, view: View) -> tuple[DocumentNumber | None, Scalar | None]:
    """The plan's own number as it is written in its head."""
    issued = file.root.get("issued")
    scalar = issued.get("number") if isinstance(issued, Mapping) else None
    if not isinstance(scalar, Scalar):
        return None, None
    return document_number.parse(scalar.text, view.lexicon), scalar


def _written(number: DocumentNumber, view: View) -> dict[str, str]:
    hyphened = number.state and not number.department and number.year is None
    if hyphened and number.body in view.lexicon.words("references", "bodies_hyphened"):
        number = replace(number, state=False)
    return {"written": number.written.strip(), "tight": document_number.canonical(number, view.lexicon)}


def _apart(lexicon: Lexicon) -> re.Pattern[str]:
    """A department with a blank before or behind its dash."""
    day = choice(lexicon.words("documents", "date"))
    return compiled(rf"(?: [-–] ?|[-–] )([A-ZĐ][\w.&-]*[A-ZĐ])(?=,? {day}|[,;)])")


def _bodies(view: View) -> frozenset[str]:
    units = (state.code for unit in view.units.units.values() for state in unit.states if state.code)
    return frozenset((*units, *view.lexicon.words("references", "bodies")))


def _meant(found: Cited, number: DocumentNumber, bodies: frozenset[str], view: View) -> str:
    """What a mistyped symbol should be, empty where it is sound or nobody can tell."""
    kind = number.kind if number.state else _code(number.kind, found.citation.kind, view)
    body = number.body
    if not number.state and body not in bodies:
        near = _near(body, bodies, view)
        body = near[0] if len(near) == 1 else body
    if (kind, body) == (number.kind, number.body):
        return ""
    return document_number.canonical(replace(number, kind=kind, body=body), view.lexicon, gap="…")


def _near(body: str, bodies: frozenset[str], view: View) -> list[str]:
    """The bodies whose symbol *body* is but for one letter; of a short one, but for two that changed places."""
    from rapidfuzz.distance import OSA

    long = len(body) >= int(str(view.lexicon.at("references", "compared_from")))
    known = (other for other in bodies if other[0] == body[0] and (long or sorted(other) == sorted(body)))
    return [other for other in known if OSA.distance(body, other) == 1]


def _code(written: str, type_: str, view: View) -> str:
    """The code that *written* stands for behind the words of a type: it differs in case, order or the stroke of đ."""
    alike = () if written in view.lexicon.view(codes) else view.lexicon.view(_alike).get(_letters(written), ())
    if not alike:
        return written
    own = _codes(view.lexicon.view(types).get(type_), view)
    meant = [code for code in alike if code in own] or alike
    return meant[0] if len(meant) == 1 else written


def _alike(lexicon: Lexicon) -> dict[str, list[str]]:
    """The codes by their letters."""
    found: dict[str, list[str]] = {}
    for code in lexicon.view(codes):
        found.setdefault(_letters(code), []).append(code)
    return found


def _letters(code: str) -> str:
    return "".join(sorted(unmarked(code)))


def _codes(kind: str | None, view: View) -> tuple[str, ...]:
    """The codes of a type of document; none where there is no such type."""
    return view.lexicon.words("documents", "kinds", kind, "codes") if kind else ()


def _coded(lexicon: Lexicon) -> dict[str, list[str]]:
    """The types of document that have each code."""
    found: dict[str, list[str]] = {}
    for name in lexicon.table("documents", "kinds"):
        for code in lexicon.words("documents", "kinds", name, "codes"):
            found.setdefault(code, []).append(name)
    return found
