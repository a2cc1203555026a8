"""Entries of a list that stand twice."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled
from kehoach.rules.prose.prose import prose
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_ENTRY = compiled(r", ([^\W\d_][^,;.:()“”\"\n…]*)")
AND = " và "
MOST = 3  # words of an entry


@rule("TXT302", Grain.WRITTEN, WARNING)
def entry_once(file: Written, view: View) -> Iterator[Fault]:
    """A list does not name the same thing twice in a row, as *các trường THPT, THPT*.

    One of the two was meant to be something else.
    """
    told = prose(file, view)
    for match in _ENTRY.finditer(told.text):
        words = match[1].partition(AND)[0].strip(" *")
        before = match.start() - len(words)
        if words.count(" ") < MOST and told.text.startswith(words, max(before, 0)) and _apart(told.text, before):
            yield told.fault("TXT302", match.start(1), match.start(1) + len(words), text=words)


def _apart(text: str, at: int) -> bool:
    """Whether a word or a line begins there."""
    return at >= 0 and (at == 0 or text[at - 1] in " \n*,“(")
