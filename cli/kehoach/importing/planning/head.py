"""The head and the foot of a plan: who issues it and how, on what basis, to whom."""

import re
from collections.abc import Iterator, Sequence

from kehoach.finished import Finished, Piece, Role
from kehoach.importing.planning.making import blank, mapping, word
from kehoach.importing.planning.naming import sentenced
from kehoach.importing.planning.wording import worded
from kehoach.importing.planning.work import SIGNED_TOGETHER, Work
from kehoach.patterns import compiled
from kehoach.phrases import citation, document_number, partial_date
from kehoach.phrases.choices import any_word, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.times.plain import plain
from kehoach.records import replace
from kehoach.scalars import cut, joined
from kehoach.written import Mapping, Node, Scalar

Entries = Iterator[tuple[str, Node | None]]
_OPEN = r"[\d\s….\u00a0_]*"
_COUNT = compiled(r"\d+")
_DOTS = compiled(r"[\W_]+")


def of(finished: Finished, *roles: Role) -> list[Piece]:
    """The pieces of the document itself, not of its annexes, that have one of *roles*."""
    return [piece for piece in finished.of(*roles) if not piece.annex]


def words_of(pieces: Sequence[Piece]) -> Scalar | None:
    """The words of *pieces* in one line; None where there are none."""
    return joined([worded(piece.block, plain=True) for piece in pieces], " ") if pieces else None


def issued(work: Work) -> Mapping | None:
    """Who issues the document, its number, its date and its signature."""
    finished = work.finished
    entries = [
        ("body", _body(work)),
        *(() if of(finished, Role.NUMBER, Role.PLACE_DATE) else _referred(work)),
        *_number(of(finished, Role.NUMBER), work),
        *_dated(of(finished, Role.PLACE_DATE), work),
        ("signed", _signed(work)),
    ]
    first = next((node for _, node in entries if node is not None), None)
    return mapping(entries, first.place) if first else None


def bodied(text: str, work: Work) -> str:
    """The id of the body that *text* names, empty where it names none."""
    for id, names in work.lexicon.table("planning", "bodies_by_id").items():
        if isinstance(names, tuple) and any_word(tuple(map(str, names))).search(text):
            return id
    return ""


def _body(work: Work) -> Node | None:
    """The body that issues: the one that signs where the letterhead is also its own, else that of the letterhead."""
    issuers, signing = of(work.finished, Role.ISSUER), of(work.finished, Role.AUTHORITY)
    head = " ".join(" ".join(piece.text.split()) for piece in issuers).casefold()
    signed = [piece for piece in signing if _letterhead(piece, work) == head or not issuers]
    for piece in (*signed, *issuers):
        id = bodied(piece.text, work)
        if id in work.state.bodies:
            return word(id, piece.block.words.place)
    return None


def _letterhead(piece: Piece, work: Work) -> str:
    """What stands in the letterhead of the body that *piece* names."""
    return work.state.bodies.get(bodied(piece.text, work), {}).get("letterhead", "").casefold()


def _number(pieces: Sequence[Piece], work: Work) -> Entries:
    for piece in pieces[:1]:
        words = piece.block.words
        symbol = re.search(r"[:.]|(?<=\w)\s+(?=\d)", words.text)
        start = symbol.end() if symbol and symbol.end() < len(words.text) // 2 else 0
        given = cut(work.finished.manuscript.text, words, start, len(words.text))
        means = document_number.parse(words.text, work.lexicon) or document_number.parse(given.text, work.lexicon)
        if means and means.number:
            whole = document_number.parse(given.text, work.lexicon) is not None
            yield "number", given if whole else word(means.number, words.place)
            return
        yield "number", blank(words.place)
        if means and means.department:
            yield "department", word(means.department, words.place)


def _referred(work: Work) -> Entries:
    """Number and date as an annex names its document, for one whose head does not say them."""
    for piece in work.finished.of(Role.ANNEX_REFERENCE):
        for found in citation.find(piece.text, work.lexicon):
            means, place = found.citation, piece.block.words.place
            if means.number and means.number.number and means.kind.casefold() == work.kind.document.casefold():
                yield "number", word(document_number.canonical(means.number, work.lexicon), place)
                yield "date", word(partial_date.canonical(means.date), place) if means.date else None
                return


def _dated(pieces: Sequence[Piece], work: Work) -> Entries:
    for piece in pieces[:1]:
        found = work.lexicon.view(_date).search(piece.text)
        if found:
            day, month = (_DOTS.sub("", found[name] or "") for name in ("day", "month"))
            written = f"{day}/{month}/{found['year'] or work.year}"
            if partial_date.parse(written):
                yield "date", word(written, piece.block.words.place)


def _date(lexicon: Lexicon) -> re.Pattern[str]:
    said = lexicon.view(plain)
    day, month, year = rf"(?P<day>{_OPEN})", rf"(?P<month>{_OPEN})", r"(?P<year>\d{4})?"
    return compiled(rf"{said.day}\s*{day}{said.month}\s*{month}{said.year}\s*{year}", re.IGNORECASE)


def _signed(work: Work) -> Mapping | None:
    authorities, offices, signers = (of(work.finished, role) for role in (Role.AUTHORITY, Role.OFFICE, Role.SIGNER))
    pieces = [*authorities, *offices, *signers]
    if not pieces:
        return None
    place = pieces[0].block.words.place
    if len(signers) > 1:
        work.note(SIGNED_TOGETHER, signers[0].block.words.place, names=", ".join(one.text.strip() for one in signers))
    held = [*authorities[1:], *offices]
    entries: list[tuple[str, Node | None]] = list(_authority(authorities[0], work) if authorities else ())
    entries.append(("office", _sentenced(held, work) if held else None))
    entries.append(("name", words_of(signers) if signers else blank(place)))
    return mapping(entries, place)


def _authority(piece: Piece, work: Work) -> Entries:
    place = piece.block.words.place
    table = work.lexicon.table("planning", "signing_forms")
    forms = {str(sign).rstrip("."): id for id, signs in table.items() if isinstance(signs, tuple) for sign in signs}
    found = re.match(rf"(?P<form>{choice(forms)})[.:]?\s+", piece.text)
    form = forms[found["form"]] if found else ""
    rest = piece.text[found.end() :].strip() if found else piece.text.strip()
    id = bodied(rest, work)
    known = work.state.bodies.get(id, {}).get("signing", "")
    behalf = id if known.casefold() == " ".join(rest.split()).casefold() else sentenced(rest, work.lexicon)
    yield "for", word(behalf, place)
    yield "form", word(form, place) if form not in {"", "TM"} else None


def _sentenced(pieces: Sequence[Piece], work: Work) -> Scalar:
    whole = words_of(pieces)
    assert whole
    text = sentenced(whole.text, work.lexicon)
    return Scalar(text, whole.place, whole.offsets if len(text) == len(whole.text) else ())


def subject(work: Work) -> Scalar | None:
    """The subject, with what the line of the type says beyond the type itself."""
    pieces = of(work.finished, Role.SUBJECT)
    whole = words_of(pieces)
    for piece in of(work.finished, Role.KIND)[:1]:
        kind, typed = worded(piece.block, plain=True), work.kind.document
        if kind.text.casefold().startswith(f"{typed.casefold()} "):
            more = cut(work.finished.manuscript.text, kind, len(typed), len(kind.text))
            return joined([replace(more, text=sentence(more.text)), whole], " ") if whole else more
    return whole


def sentence(text: str) -> str:
    """*text* in small letters with a capital at its head, where all of it is capitals."""
    return text[:1] + text[1:].lower() if text.isupper() else text


def marks(work: Work) -> Mapping | None:
    """Draft, conference, urgency and secrecy, as they stand above the text."""
    entries: list[tuple[str, Node | None]] = []
    table = work.lexicon.table("planning", "marks")
    for piece in of(work.finished, Role.MARK):
        for key, names in table.items():
            if isinstance(names, tuple) and re.search(choice(map(str, names)), piece.text, re.IGNORECASE):
                number = _COUNT.search(piece.text)
                draft = word(number[0] if number else "1", piece.block.words.place)
                entries.append((key, draft if key == "draft" else worded(piece.block, plain=True)))
                break
    conference = words_of(of(work.finished, Role.CONFERENCE))
    entries.append(("conference", _unquoted(conference, work) if conference else None))
    first = next((node for _, node in entries if node is not None), None)
    return mapping(entries, first.place) if first else None


def _unquoted(text: Scalar, work: Work) -> Scalar:
    """*text* without the quotation marks around it, which the form puts."""
    bare = text.text.strip()
    inside = 1 if bare[:1] == "“" and bare[-1:] == "”" else 0
    return cut(work.finished.manuscript.text, text, inside, len(text.text) - inside) if text.text == bare else text


def closing(work: Work) -> Scalar | None:
    """The closing sentence; ``none`` where the document has none."""
    pieces = of(work.finished, Role.CLOSING)
    if pieces:
        return words_of(pieces)
    first = work.finished.pieces[0].block.words.place if work.finished.pieces else None
    return word("none", first) if first else None
