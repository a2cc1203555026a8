"""A document named in a sentence: its type, number, date, issuer and matter."""

import re
from collections.abc import Iterator

from kehoach.patterns import small
from kehoach.phrases import document_number, partial_date
from kehoach.phrases.document_number import DocumentNumber
from kehoach.phrases.documents.citation_words import Words, words
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.partial_date import SLASHED, DateForm, PartialDate
from kehoach.phrases.remembering import remembered
from kehoach.phrases.roman import number, roman
from kehoach.records import dataclass, field, replace


@dataclass(frozen=True, slots=True)
class Citation:
    """A cited document; what the words leave out is None or empty.

    *kind* is the type in words (``Chương trình``), *about* its matter without *về*. A congress
    resolution has no number but the *congress* that passed it, its *ordinal* and its *term*.
    """

    written: str = field(compare=False)
    kind: str
    number: DocumentNumber | None = None
    date: PartialDate | None = None
    issuer: str = ""
    about: str = ""
    congress: str = ""
    ordinal: int | None = None
    term: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """A citation inside a sentence, without its matter: where that ends, a sentence does not say."""

    start: int
    end: int
    citation: Citation


@remembered
def parse(text: str, lexicon: Lexicon) -> Citation | None:
    """The citation that the whole of *text* writes, or None; ``Căn cứ`` may stand before it, ``;`` behind."""
    known = lexicon.view(words)
    start = known.verb.match(text)
    found = _head(text, start.end() if start else 0, lexicon)
    if found is None:
        return None
    citation, end = found
    rest = text[end:].strip().rstrip(";.").rstrip()
    if not rest:
        return replace(citation, written=text)
    matter = known.about.fullmatch(rest)
    if matter is None:
        return None
    return replace(citation, written=text, about=_matter(matter["about"], quoted=bool(matter["open"])))


@remembered
def find(text: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """Every citation inside the sentence *text*, in order."""
    return tuple(_found(text, lexicon))


def canonical(value: Citation, lexicon: Lexicon, form: DateForm = SLASHED, pattern: str = "") -> str:
    """The citation in its usual order; *form* and *pattern* say how a standard writes dates, gaps and numbers."""
    known = lexicon.view(words)
    parts = [value.kind]
    if value.number:
        parts += [known.said["number"], document_number.canonical(value.number, lexicon, pattern, form.gap)]
    if value.congress:
        parts.append(value.congress)
    if value.ordinal:
        parts += [known.said["ordinal"], roman(value.ordinal)]
    if value.date:
        parts += [known.said["date"], partial_date.canonical(value.date, form)]
    if value.issuer:
        parts += [known.said["issuer"], value.issuer]
    written = " ".join(parts)
    if value.term:
        written += f", {known.said['term']} {value.term[0]} - {value.term[1]}"
    return f"{written} {known.said['about']} {value.about}" if value.about else written


def _found(text: str, lexicon: Lexicon) -> Iterator[Found]:
    end = 0
    for match in lexicon.view(words).kind_small.finditer(small(text)):
        found = _head(text, match.start(), lexicon) if match.start() >= end else None
        if found:
            citation, end = found
            yield Found(match.start(), end, replace(citation, written=text[match.start() : end]))


def _head(text: str, start: int, lexicon: Lexicon) -> tuple[Citation, int] | None:
    """The citation at *start* up to its matter, and where that part ends."""
    known = lexicon.view(words)
    kind = known.kind.match(text, start)
    if kind is None:
        return None
    bare = Citation("", known.kinds[" ".join(kind.group().lower().split())])
    named = _numbered(text, kind.end(), bare, lexicon) or _of_congress(text, kind.end(), bare, known)
    return _details(text, *named, known) if named else None


def _numbered(text: str, start: int, bare: Citation, lexicon: Lexicon) -> tuple[Citation, int] | None:
    match = lexicon.view(words).number.match(text, start)
    found = document_number.parse(match["symbol"], lexicon) if match else None
    return (replace(bare, number=found), match.end()) if match and found else None


def _of_congress(text: str, start: int, bare: Citation, known: Words) -> tuple[Citation, int] | None:
    match = known.congress.match(text, start)
    if match is None:
        return None
    ordinal = number(match["ordinal"]) if match["ordinal"] else None
    if ordinal is None and match["ordinal"]:
        return None
    name = " ".join(match["congress"].split())
    return replace(bare, congress=name, ordinal=ordinal), match.end()


def _details(text: str, citation: Citation, end: int, known: Words) -> tuple[Citation, int] | None:
    """Date, issuer and term, in whatever order they are written."""
    while True:
        if citation.date is None and (date := known.date.match(text, end)):
            read = partial_date.parse(date["slashed"] or f"{known.said['date']} {date['words']}")
            if read is None:
                break
            citation, end = replace(citation, date=read), date.end()
        elif not citation.issuer and (issuer := known.issuer.match(text, end)):
            citation, end = replace(citation, issuer=" ".join(issuer["issuer"].split())), issuer.end()
        elif citation.congress and citation.term is None and (term := known.term.match(text, end)):
            citation, end = replace(citation, term=(int(term["first"]), int(term["last"]))), term.end()
        else:
            break
    return (citation, end) if citation.number or citation.ordinal or citation.term else None


def _matter(text: str, *, quoted: bool) -> str:
    bare = re.sub(r"\*+", "", text).strip()
    bare = bare.rstrip('”"').rstrip() if quoted else bare
    return " ".join(bare.rstrip(";.,").split())
