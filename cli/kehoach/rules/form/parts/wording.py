"""The words by which parts are told, as patterns made from the word lists and the standard."""

import re
from collections.abc import Iterable
from string import Formatter

from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.standards.standard import Standard

SECTION = "form"
WIDE = r"[^\t]*?"
GAP = r"[\d\s….\u00a0]*"


def words(lexicon: Lexicon, *keys: str) -> tuple[str, ...]:
    """The word lists *keys* of the section for forms, in capitals, the longest word first."""
    every = (word.upper() for key in keys for word in lexicon.words(SECTION, key))
    return tuple(sorted(every, key=lambda word: -len(word)))


def begins(text: str, beginnings: Iterable[str]) -> bool:
    """Whether *text* begins with one of these words (in capitals), and not with a longer one."""
    upper = " ".join(text.upper().split())
    for word in beginnings:
        after = upper[len(word) :][:1]
        if upper.startswith(word) and not (word[-1].isalnum() and after.isalnum()):
            return True
    return False


def loose(form: str, wide: str) -> re.Pattern[str]:
    """A pattern for lines in *form*, however they are spaced; *wide* is the one blank that is not a figure."""
    pattern = ""
    for literal, blank, _, _ in Formatter().parse(form):
        pattern += "".join(rf"\s*{re.escape(part)}{'?' * (part == ',')}" for part in re.findall(r"\w+|\S", literal))
        if blank:
            pattern += f"(?P<{blank}>{WIDE if blank == wide else GAP})"
    return compiled(rf"\s*{pattern}\s*", re.IGNORECASE)


def date_line(standard: Standard) -> re.Pattern[str]:
    """The line of place and date."""
    return loose(standard.date_line.form, "place")


def number_line(standard: Standard) -> re.Pattern[str]:
    """The beginning of the number line, up to the number."""
    first = standard.number_line.form.partition("{")[0].strip(": ")
    return compiled(rf"\s*{re.escape(first)}\b", re.IGNORECASE)


def spaced(text: str) -> str:
    """*text* with single plain spaces."""
    return " ".join(text.split())


def squeezed(text: str) -> str:
    """*text* without spaces and dots of blanks."""
    return re.sub(r"[\s….\u00a0]+", "", text)
