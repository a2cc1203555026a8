"""Sessions of a committee by their ordinals."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled, small
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.roman import number
from kehoach.rules.holding import holding
from kehoach.rules.passages import Passage
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

HEAD = frozenset({"subject", "opening", "closing", "conference"})


@rule("REF118", Grain.WRITTEN, WARNING)
def session_of_one_ordinal(file: Written, view: View) -> Iterator[Fault]:
    """The session that passed a document bears one ordinal in its subject, opening and closing.

    *Hội nghị Ban Chấp hành lần thứ sáu* above and *lần thứ bảy* below: one of them was left over.
    """
    session = view.lexicon.view(_session)
    first: tuple[Passage, re.Match[str]] | None = None
    for passage in holding(file, view, *map(small, view.lexicon.words("references", "committees"))):
        for match in session.finditer(passage.text) if passage.path.split("/")[0] in HEAD else ():
            value = _worth(match["ordinal"], view.lexicon)
            if first is None and value:
                first = passage, match
            elif first and value and value != _worth(first[1]["ordinal"], view.lexicon):
                arguments = {"written": " ".join(match["said"].split()), "other": " ".join(first[1]["said"].split())}
                related = (Related(first[0].place(*first[1].span("said")), "named_here"),)
                yield Fault("REF118", passage.place(*match.span("said")), passage.pointer, arguments, related)


def _worth(ordinal: str, lexicon: Lexicon) -> int | None:
    table = lexicon.table("references", "ordinals")
    said = spoken(ordinal)
    return int(str(table[said])) if said in table else number(ordinal.upper())


def _session(lexicon: Lexicon) -> re.Pattern[str]:
    """A committee's meeting with its ordinal, in words or figures."""
    committees = choice(lexicon.words("references", "committees"))
    words = choice(lexicon.table("references", "ordinals"))
    meeting, behind = choice(lexicon.words("references", "meeting")), choice(lexicon.words("occasions", "nth"))
    said = rf"(?P<said>{behind}\s+(?P<ordinal>{words}|[IVX]+|\d{{1,2}}))(?!\w)"
    return compiled(rf"(?<!\w){meeting}\s+(?:{behind}\s+\w+\s+)?{committees}[^.;:]{{0,60}}?{said}", re.IGNORECASE)
