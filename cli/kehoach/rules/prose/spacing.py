"""Spaces and signs between words."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import replace
from kehoach.rules.prose.prose import Prose, prose
from kehoach.rules.registry import INFO, WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_BEFORE = compiled(r"[,;:!?.](?<=[ \u00a0].)(?:(?<!\.)|(?=\Z| (?:\Z|[^.])))")
_AFTER = compiled(r"[,;:.](?=[^\W\d_])")
_BRACKETS = compiled(r"(?<=\()[ ]+(?=[\w“])|(?<=[\w”.%])[ ]+(?=\))")
# Dots that go on as ellipses, and five or more, are a line to write on.
_PAIRED = compiled(r"[,;:.](?<!….)[ ]*[,;:.]+(?!…)")
_WRONG = compiled(r"([,;:])[ ]*\1+|[,;:]+[ ]*\.|;[ ]*[,:]|,[ ]*[;:]|\.\.|\.{4}|\.[ ]*[;,]")
# The blanks of a cell stand beside the bars of its table.
_SPACES = compiled(r" (?<![| ] ) +(?=[^\s|])")
DOUBLE = "  "
STOP = "."
BLANKS = " \u00a0"
SHOWN = 12


@rule("TXT211", Grain.WRITTEN, WARNING)
def no_space_before_sign(file: Written, view: View) -> Iterator[Fault]:
    """A comma, a stop, a semicolon or a colon follows its word without a space."""
    told = prose(file, view)
    for begin, at in told.worded(_apart, view.lexicon):
        end = begin + at
        start = len(told.text[:end].rstrip(BLANKS)) if told.text[end - 2] in BLANKS else end - 1
        if told.text[start - 1].isalnum() or told.text[start - 1] in '”)"%':
            yield _cured(told, told.fault("TXT211", start, end + 1, sign=told.text[end]), (start, end), "")


@remembered
def _apart(line: str, _: Lexicon) -> tuple[int, ...]:
    """Where signs of *line* stand behind a space; dots that go on are none."""
    return tuple(match.start() for match in _BEFORE.finditer(line))


@rule("TXT212", Grain.WRITTEN, WARNING)
def space_after_sign(file: Written, view: View) -> Iterator[Fault]:
    """After a comma, a stop, a semicolon or a colon stands a space before the next word."""
    told = prose(file, view)
    for begin, at in told.worded(_joining, view.lexicon):
        span, sign = (begin + at, begin + at + 1), told.text[begin + at]
        fault = told.fault("TXT212", *span, sign=sign, text=told.near(*span, SHOWN))
        yield _cured(told, fault, span, f"{sign} ")


@remembered
def _joining(line: str, _: Lexicon) -> tuple[int, ...]:
    """Where signs of *line* join two words."""
    return tuple(match.start() for match in _AFTER.finditer(line) if _joins(line, match.start()))


def _joins(text: str, at: int) -> bool:
    """Whether the sign joins two words; a stop also ends abbreviations and stands in addresses."""
    if text[at] == STOP:
        return text[max(at - 2, 0) : at].isalpha() and text[at - 2 : at].islower() and text[at + 1].isupper()
    return text[at - 1 : at].isalpha()


@rule("TXT213", Grain.WRITTEN, INFO)
def single_spaces(file: Written, view: View) -> Iterator[Fault]:
    """Between two words stands one space; said once for the whole document."""
    told = prose(file, view)
    doubled = _SPACES.finditer(told.text) if DOUBLE in told.text else ()
    found = [match.span() for match in doubled if match.start() not in told.starts]
    if found:
        edits = tuple(edit for span in found for edit in told.edit(*span, " "))
        yield replace(told.fault("TXT213", *found[0], count=str(len(found))), edits=edits)


@rule("TXT214", Grain.WRITTEN, WARNING)
def signs_once(file: Written, view: View) -> Iterator[Fault]:
    """A stop or a comma stands once; an ellipsis has three points, and a line to write on five or more."""
    told = prose(file, view)
    for begin, (start, end) in told.worded(_paired, view.lexicon):
        yield told.fault("TXT214", begin + start, begin + end, text=told.text[begin + start : begin + end])


@remembered
def _paired(line: str, _: Lexicon) -> tuple[tuple[int, int], ...]:
    """Where signs of *line* stand in a row, as they must not."""
    return tuple(match.span() for match in _PAIRED.finditer(line) if _WRONG.fullmatch(match[0]))


@rule("TXT215", Grain.WRITTEN, INFO)
def brackets_close(file: Written, view: View) -> Iterator[Fault]:
    """A bracket stands at its words without a space."""
    told = prose(file, view)
    for begin, (start, end) in told.worded(_within, view.lexicon):
        span = begin + start, begin + end
        yield _cured(told, told.fault("TXT215", *span), span, "")


@remembered
def _within(line: str, _: Lexicon) -> tuple[tuple[int, int], ...]:
    """Where spaces stand in *line* within brackets, at their ends."""
    return tuple(match.span() for match in _BRACKETS.finditer(line))


def _cured(told: Prose, fault: Fault, span: tuple[int, int], text: str) -> Fault:
    return replace(fault, edits=told.edit(*span, text))
