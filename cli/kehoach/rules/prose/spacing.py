"""Spaces and signs between words."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.records import replace
from kehoach.rules.prose.prose import Prose, prose
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_BEFORE = re.compile(r"(?<=[\w”)\"%])[ \u00a0]+(?=[,;:!?]|\.(?:\n|\Z| [^.]))")
_AFTER = re.compile(r"(?<=[^\W\d_])[,;:](?=[^\W\d_])|(?<=[^\W\d_]{2})\.(?=[^\W\d_]{2})")
_BRACKETS = re.compile(r"(?<=\()[ ]+(?=[\w“])|(?<=[\w”.%])[ ]+(?=\))")
_DOUBLED = re.compile(
    r"([,;:])[ ]*\1+|;[ ]*\.|,[ ]*[;.](?![. ]*\.)|(?<![.…])\.\.(?!\.)|\.{4,}|\.[ ]*[;,](?<!\.\.[;,])(?<!\.\. [;,])"
)
STOP = "."
SHOWN = 12
_SPACES = re.compile(r"(?<=\S) {2,}(?=\S)")


@rule("TXT211", Grain.WRITTEN, WARNING)
def no_space_before_sign(file: Written, view: View) -> Iterator[Fault]:
    """A comma, a stop, a semicolon or a colon follows its word without a space."""
    told = prose(file, view)
    for match in _BEFORE.finditer(told.text):
        start, end = match.span()
        yield _cured(told, told.fault("TXT211", start, end + 1, sign=told.text[end]), (start, end), "")


@rule("TXT212", Grain.WRITTEN, WARNING)
def space_after_sign(file: Written, view: View) -> Iterator[Fault]:
    """After a comma, a stop, a semicolon or a colon stands a space before the next word."""
    told = prose(file, view)
    for match in _AFTER.finditer(told.text):
        start, end = match.span()
        if match[0] == STOP and not (told.text[start - 2 : start].islower() and told.text[end].isupper()):
            continue
        fault = told.fault("TXT212", start, end, sign=match[0], text=told.near(start, end, SHOWN))
        yield _cured(told, fault, (start, end), f"{match[0]} ")


@rule("TXT213", Grain.WRITTEN, INFO)
def single_spaces(file: Written, view: View) -> Iterator[Fault]:
    """Between two words stands one space; said once for the whole document."""
    told = prose(file, view)
    found = [match.span() for match in _SPACES.finditer(told.text)]
    if found:
        edits = tuple(edit for span in found for edit in told.edit(*span, " "))
        yield replace(told.fault("TXT213", *found[0], count=str(len(found))), edits=edits)


@rule("TXT214", Grain.WRITTEN, WARNING)
def signs_once(file: Written, view: View) -> Iterator[Fault]:
    """A stop or a comma stands once; an ellipsis has three points."""
    told = prose(file, view)
    for match in _DOUBLED.finditer(told.text):
        yield told.fault("TXT214", *match.span(), text=match[0])


@rule("TXT215", Grain.WRITTEN, INFO)
def brackets_close(file: Written, view: View) -> Iterator[Fault]:
    """A bracket stands at its words without a space."""
    told = prose(file, view)
    for match in _BRACKETS.finditer(told.text):
        yield _cured(told, told.fault("TXT215", *match.span()), match.span(), "")


def _cured(told: Prose, fault: Fault, span: tuple[int, int], text: str) -> Fault:
    return replace(fault, edits=told.edit(*span, text))
