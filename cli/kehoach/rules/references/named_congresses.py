"""Words that a congress's name has lost."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass
from kehoach.rules.holding import holding
from kehoach.rules.passages import Passage
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_ORDINAL = compiled(r"\b[Ll]ần(?P<said>\s+thứ)?\s+(?P<ordinal>[IVX]+)\b")
_MATTER = r"(?:(?:(?!{but})[^\s.;:,“”\"()])+\s+){{0,6}}?"


@dataclass(frozen=True, slots=True, eq=False)
class _Words:
    """The Party's congress of a level, its committee's name, and a congress that is said to be reviewed midway."""

    party: re.Pattern[str]
    whole: re.Pattern[str]
    reviewed: re.Pattern[str]


@rule("REF112", Grain.WRITTEN, INFO)
def ordinal_said(file: Written, view: View) -> Iterator[Fault]:
    """An ordinal stands behind *lần thứ*, where most of the text has it so.

    *lần IV* beside *lần thứ XII* lost a word.
    """
    found = [(p, m) for p in holding(file, view, "lần") for m in _ORDINAL.finditer(p.text)]
    bare = [(passage, match) for passage, match in found if not match["said"]]
    for passage, match in bare if len(bare) * 2 < len(found) else ():
        arguments = {"written": match.group(), "meant": f"{match.group()[:3]} thứ {match['ordinal']}"}
        yield Fault("REF112", passage.place(*match.span()), passage.pointer, arguments)


@rule("REF113", Grain.WRITTEN, INFO)
def congress_of_the_committee(file: Written, view: View) -> Iterator[Fault]:
    """The Party's congress of a level is that of its *Đảng bộ*, where the text names that as well.

    *Đại hội Đảng Quận* beside *Đảng bộ Quận* lost a word.
    """
    words = view.lexicon.view(_words)
    whole: dict[str, tuple[Passage, re.Match[str]]] = {}
    lost: list[tuple[Passage, re.Match[str]]] = []
    for passage in holding(file, view, "đảng"):
        lost += [(passage, match) for match in words.party.finditer(passage.text)]
        for match in words.whole.finditer(passage.text):
            whole.setdefault(spoken(match["level"]), (passage, match))
    for passage, match in lost:
        known = whole.get(spoken(match["level"]))
        if known:
            related = (Related(known[0].place(*known[1].span()), "named_here"),)
            arguments = {"written": match.group(), "meant": f"{match['head']} bộ {match['level']}"}
            yield Fault("REF113", passage.place(*match.span()), passage.pointer, arguments, related)


@rule("REF114", Grain.WRITTEN, INFO)
def resolution_reviewed(file: Written, view: View) -> Iterator[Fault]:
    """What is reviewed midway is a resolution of a congress, not the congress.

    *Sơ kết giữa nhiệm kỳ Đại hội* lost *Nghị quyết*.
    """
    reviewed = view.lexicon.view(_words).reviewed
    for passage in holding(file, view, "đại hội"):
        for match in reviewed.finditer(passage.text):
            arguments = {"written": " ".join(match.group().split())}
            yield Fault("REF114", passage.place(*match.span()), passage.pointer, arguments)


def _words(lexicon: Lexicon) -> _Words:
    levels = choice(lexicon.words("references", "places"))
    but = choice(lexicon.words("references", "reviewed"))
    matter = _MATTER.format(but=but)
    return _Words(
        compiled(rf"\b(?P<head>Đại hội(?: [Đđ]ại biểu)? Đảng)\s+(?P<level>(?i:{levels}))\b"),
        compiled(rf"\bĐảng bộ\s+(?P<level>(?i:{levels}))\b"),
        compiled(rf"\bsơ kết\s+{matter}Đại hội\s+(?:đại biểu|Đoàn|Đảng)\b", re.IGNORECASE),
    )
