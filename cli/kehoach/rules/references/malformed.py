"""Symbols that no form of document numbers has."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import caseless, compiled, small
from kehoach.phrases.choices import choice
from kehoach.phrases.document_number import codes, types
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.holding import holding
from kehoach.rules.references.cited import Cited, cited
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

Found = tuple[int, int, str]
_SOUND = compiled(r"(?:\d+[-–][^\W\d_]+/|\d+/[^\W\d_]+[-–])[^\W_][\w.&–-]*(?![\w/\\])")
# A citation begins with its type, shortly before its number.
FAR = 40


@rule("REF116", Grain.WRITTEN, WARNING)
def symbol_formed(file: Written, view: View) -> Iterator[Fault]:
    """Number, code and body of a document stand with the signs between them that the form has.

    *12-KH-HĐTN*, *12KH-ĐTN* and *12/KH/ĐTN* are none; nobody knows where the code ends and the body begins.
    """
    known = {(id(found.passage), found.start) for found in cited(file, view) if _whole(found)}
    for passage in holding(file, view, *view.lexicon.words("documents", "number")):
        for start, end, meant in malformed(passage.text, view.lexicon):
            begins = (at for owner, at in known if owner == id(passage))
            if not any(at <= start and start - at < FAR for at in begins):
                arguments = {"written": passage.text[start:end], "meant": meant}
                yield Fault("REF116", passage.place(start, end), passage.pointer, arguments)


def _whole(found: Cited) -> bool:
    """Whether the number of a citation was read with its code."""
    return bool(found.citation.number and found.citation.number.kind)


@remembered
def malformed(text: str, lexicon: Lexicon) -> tuple[Found, ...]:
    """The malformed symbols of *text* behind the type of a document, each with the one that is meant."""
    if all(_SOUND.match(text, number.end()) for number in lexicon.view(_numbers).finditer(small(text))):
        return ()
    matches = lexicon.view(_pattern).finditer(text)
    found = ((match, f"{match['number']}-{match['code']}/{match['any'] or match['glued']}") for match in matches)
    return tuple((*match.span("symbol"), meant) for match, meant in found if not _SOUND.fullmatch(match["symbol"]))


def _numbers(lexicon: Lexicon) -> re.Pattern[str]:
    """What stands before every symbol, up to its first digit, in small letters."""
    return caseless(rf"{choice(lexicon.words('documents', 'number'))}:?\s+(?=\d)")


def _pattern(lexicon: Lexicon) -> re.Pattern[str]:
    """A type of document with a number, a code and a body behind it, whatever stands between them."""
    named, number = choice(lexicon.view(types)), choice(lexicon.words("documents", "number"))
    code, bodies = choice(codes(lexicon)), choice(lexicon.words("references", "bodies"))
    between = r"[-–/\\.]"
    body = rf"(?:{between}(?P<any>[A-ZĐ]{{2,}}(?:{between}[A-ZĐ]\w*)*)|(?P<glued>{bodies}))"
    return compiled(
        rf"(?<!\w)(?i:{named}\s+{number}):?\s+(?P<symbol>(?P<number>\d{{1,4}}){between}?(?P<code>{code})"
        rf"(?P<rest>{body}))(?![\w/])"
    )
