"""The number and symbol of a document (``18-CTr/ĐTN``, ``66/NQ-HĐND``)."""

import re
from collections.abc import Mapping

from kehoach.patterns import compiled
from kehoach.phrases.choices import DASH, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass, field

LETTERS = r"[^\W\d_]+"


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document's number (None: not given yet), type code, issuing body and department.

    *number* keeps its zeros, *value* is what it counts. *state* tells the order of the state's bodies
    (``15/QĐ-BNV``) from the Party's and the Union's (``18-CTr/ĐTN``); *year* stands in laws and
    decrees. *kind* is as written, known or not (``Ctr``), and empty where the form has none
    (``01/ĐH``). *spaced* marks spaces or dashes that the form does not have.
    """

    written: str = field(compare=False)
    number: str | None = field(compare=False)
    value: int | None
    kind: str
    body: str
    department: str = ""
    year: int | None = None
    state: bool = False
    spaced: bool = field(default=False, compare=False)


@remembered
def parse(text: str, lexicon: Lexicon) -> DocumentNumber | None:
    """The number that the whole of *text* writes (``Số:`` may stand before it), or None."""
    match = lexicon.view(_prefix).match(text)
    symbol = text[match.end() :] if match else text
    return _union(text, symbol) or _state(text, symbol, lexicon)


def canonical(value: DocumentNumber, lexicon: Lexicon, pattern: str = "", gap: str = "") -> str:
    """The number as *pattern* has it (by default that of its kind of body), a missing one as *gap*.

    A pattern has the fields ``{number} {kind} {body} {department} {year}``; what stands in ``[]`` is
    left out where its field is empty.
    """
    pattern = pattern or str(lexicon.at("documents", "syntax", "state" if value.state else "union"))
    fields = {"kind": value.kind, "body": value.body, "department": value.department, "year": str(value.year or "")}
    pattern = re.sub(r"\[([^][]*)\]", lambda part: _optional(part[1], fields), pattern)
    if value.number is None:
        literal = gap.replace("{", "{{").replace("}", "}}")
        pattern = re.sub(r"\{number[^}]*\}", lambda _: literal, pattern)
    return pattern.format(number=value.number, **fields)


def _optional(part: str, fields: dict[str, str]) -> str:
    names = re.findall(r"\{(\w+)", part)
    return part if all(fields.get(name, "-") for name in names) else ""


def _prefix(lexicon: Lexicon) -> re.Pattern[str]:
    return compiled(rf"\s*{choice(lexicon.words('documents', 'number'))}(?:\s*:\s*|(?=\s))", re.IGNORECASE)


# Behind a blank only what nothing but a department can be: capitals joined by points, hyphens or "&".
LOST_DASH = r"\s(?=(?-i:[A-ZĐ]{2,}(?:[-&.][A-ZĐ]{2,})+)(?!\w))"
_DEPARTMENT = rf"(?:(?:\s*{DASH}\s*|{LOST_DASH})(?P<department>[^\W_]+(?:(?:\s*[-&.]\s*)[^\W_]+)*))?"
_UNION = compiled(
    rf"(?P<number>\s*\d{{1,5}}(?:\s*{DASH}\s*|\s*)|[\s….]*{DASH}\s*)(?P<kind>{LETTERS})\s*/\s*(?P<body>{LETTERS}){_DEPARTMENT}\s*"
)
# A number whose stroke was lost: nothing but a code and a body stands behind its blank.
LOST_STROKE = rf"\s(?=(?-i:[A-ZĐ]{{2,4}}\s?{DASH}\s?[A-ZĐ]))"
_STATE = compiled(
    rf"(?P<number>\s*\d{{1,5}}(?P<letter>[a-zđ])?(?:\s*/\s*|{LOST_STROKE})|[\s….]*/\s*)(?:(?P<year>(?:19|20)\d{{2}})\s*/\s*)?"
    rf"(?P<first>[^\W\d_][^\W_]*(?:&[^\W_]+)*)(?:\s*{DASH}\s*(?P<rest>[^\W_]+(?:(?:\s*[-&.]\s*)[^\W_]+)*))?\s*"
)


def _union(written: str, symbol: str) -> DocumentNumber | None:
    match = _UNION.fullmatch(symbol)
    if match is None or not match["kind"][0].isupper() or not _is_body(match["body"]):
        return None
    number = _figures(match["number"])
    return DocumentNumber(
        written,
        number,
        int(number) if number else None,
        match["kind"],
        match["body"],
        _tight(match["department"] or ""),
        spaced=_is_spaced(symbol, number) or match["number"].strip() == number,
    )


def _state(written: str, symbol: str, lexicon: Lexicon) -> DocumentNumber | None:
    match = _STATE.fullmatch(symbol)
    if match is None:
        return None
    parts = [match["first"], *_tight(match["rest"] or "").split("-", 1)]
    kind = parts.pop(0) if parts[0] in lexicon.view(codes) else ""
    body, department = parts[0], "-".join(parts[1:])
    if kind and "-" in body:
        body, department = body.split("-", 1)
    if not _is_body(body):
        return None
    number = _figures(match["number"])
    return DocumentNumber(
        written,
        f"{number}{match['letter'] or ''}" if number else None,
        int(number) if number else None,
        kind,
        body,
        department,
        int(match["year"]) if match["year"] else None,
        state=True,
        spaced=_is_spaced(symbol, number),
    )


def codes(lexicon: Lexicon) -> frozenset[str]:
    """The codes of all types of documents; a view of the lexicon."""
    kinds = lexicon.table("documents", "kinds")
    return frozenset(code for kind in kinds for code in lexicon.words("documents", "kinds", kind, "codes"))


def types(lexicon: Lexicon) -> Mapping[str, str]:
    """The types of documents by the words for them; a view of the lexicon."""
    kinds = lexicon.table("documents", "kinds")
    return {word: kind for kind in kinds for word in lexicon.words("documents", "kinds", kind, "words")}


def _is_body(text: str) -> bool:
    return len(text) >= 2 and text[0].isupper()


def _figures(text: str) -> str | None:
    return "".join(filter(str.isdecimal, text)) or None


def _tight(text: str) -> str:
    return re.sub(r"\s+", "", text).translate(str.maketrans("–—‑", "---"))


def _is_spaced(symbol: str, number: str | None) -> bool:
    inner = symbol.strip() if number else symbol.lstrip(" \u00a0\t….").rstrip()
    return _tight(inner) != inner
