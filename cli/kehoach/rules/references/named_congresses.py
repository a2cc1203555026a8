"""Words that a congress's name has lost."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault, Related
from kehoach.patterns import compiled, small
from kehoach.phrases.choices import choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass
from kehoach.rules.holding import holding
from kehoach.rules.passages import Passage
from kehoach.rules.references.congresses import traces
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

_MATTER = r"(?:(?:(?!{but})[^\s.;:,“”\"()])+\s+){{0,6}}?"


@dataclass(frozen=True, slots=True, eq=False)
class _Words:
    """An ordinal, the Party's congress of a level, its committee's name, a congress that is said to be reviewed.

    *lost* are the words that an ordinal and such a congress may have lost.
    """

    ordinal: re.Pattern[str]
    party: re.Pattern[str]
    whole: re.Pattern[str]
    reviewed: re.Pattern[str]
    lost: tuple[str, str]


@rule("REF112", Grain.WRITTEN, INFO)
def ordinal_said(file: Written, view: View) -> Iterator[Fault]:
    """An ordinal stands behind *lần thứ*, where most of the text has it so.

    *lần IV* beside *lần thứ XII* lost a word.
    """
    words, short = view.lexicon.view(_words), str(view.lexicon.at("references", "ordinal", "short"))
    found = [(p, m) for p in holding(file, view, short) for m in words.ordinal.finditer(p.text)]
    bare = [(passage, match) for passage, match in found if not match["said"]]
    for passage, match in bare if len(bare) * 2 < len(found) else ():
        arguments = {"written": match.group(), "meant": f"{match['begun']}{words.lost[0]} {match['ordinal']}"}
        yield Fault("REF112", passage.place(*match.span()), passage.pointer, arguments)


@rule("REF113", Grain.WRITTEN, INFO)
def congress_of_the_committee(file: Written, view: View) -> Iterator[Fault]:
    """The Party's congress of a level is that of its *Đảng bộ*, where the text names that as well.

    *Đại hội Đảng Quận* beside *Đảng bộ Quận* lost a word.
    """
    words, party = view.lexicon.view(_words), small(str(view.lexicon.at("references", "party", "short")))
    congresses = (f"{congress} {party}" for congress in view.lexicon.view(traces))
    lost = [(p, m) for p in holding(file, view, *congresses) for m in words.party.finditer(p.text)]
    whole: dict[str, tuple[Passage, re.Match[str]]] = {}
    for passage in holding(file, view, party) if lost else ():
        for match in words.whole.finditer(passage.text):
            whole.setdefault(spoken(match["level"]), (passage, match))
    for passage, match in lost:
        known = whole.get(spoken(match["level"]))
        if known:
            related = (Related(known[0].place(*known[1].span()), "named_here"),)
            arguments = {"written": match.group(), "meant": f"{match['head']}{words.lost[1]} {match['level']}"}
            yield Fault("REF113", passage.place(*match.span()), passage.pointer, arguments, related)


@rule("REF114", Grain.WRITTEN, INFO)
def resolution_reviewed(file: Written, view: View) -> Iterator[Fault]:
    """What is reviewed midway is a resolution of a congress, not the congress.

    *Sơ kết giữa nhiệm kỳ Đại hội* lost *Nghị quyết*.
    """
    reviewed = view.lexicon.view(_words).reviewed
    for passage in holding(file, view, *view.lexicon.view(traces)):
        for match in reviewed.finditer(passage.text):
            arguments = {"written": " ".join(match.group().split())}
            yield Fault("REF114", passage.place(*match.span()), passage.pointer, arguments)


def _words(lexicon: Lexicon) -> _Words:
    levels, but, reviews, congresses = (
        choice(lexicon.words("references", name)) for name in ("places", "reviewed", "reviews", "reviewed_congresses")
    )
    (ordinal, ordinal_lost), (party, party_lost) = (_shortened(lexicon, name) for name in ("ordinal", "party"))
    begun, level = choice((ordinal, ordinal.capitalize())), rf"(?P<level>(?i:{levels}))\b"
    congress = choice(lexicon.words("documents", "congress"))
    return _Words(
        compiled(rf"\b(?P<begun>{begun})(?P<said>\s+{ordinal_lost.strip()})?\s+(?P<ordinal>[IVX]+)\b"),
        compiled(rf"\b(?P<head>(?i:{congress}) {party})\s+{level}"),
        compiled(rf"\b{party}{party_lost}\s+{level}"),
        compiled(rf"\b{reviews}\s+{_MATTER.format(but=but)}{congresses}\b", re.IGNORECASE),
        (ordinal_lost, party_lost),
    )


def _shortened(lexicon: Lexicon, name: str) -> tuple[str, str]:
    """A short form, and what the whole form has behind it."""
    short, whole = (str(lexicon.at("references", name, form)) for form in ("short", "whole"))
    return short, whole.removeprefix(short)
