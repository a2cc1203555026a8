"""Terms of the National Assembly."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.patterns import compiled, small
from kehoach.phrases.choices import DASH, YEAR, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.rules.holding import holding
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written


@rule("REF122", Grain.WRITTEN, WARNING)
def assembly_of_its_term(file: Written, view: View) -> Iterator[Fault]:
    """The National Assembly of an ordinal has its own term, and so have the councils that are elected with it.

    *Quốc hội khóa XVI … nhiệm kỳ 2021 - 2026* mixes two elections.
    """
    terms, named = view.lexicon.table("references", "assemblies"), view.lexicon.view(_named)
    for passage in holding(file, view, small(str(view.lexicon.at("references", "assembly")))):
        for match in named.finditer(passage.text):
            term = str(terms.get(match["ordinal"].upper(), ""))
            if term and term != f"{match['first']} - {match['last']}":
                arguments = {"written": " ".join(match["said"].split()), "ordinal": match["ordinal"], "term": term}
                yield Fault("REF122", passage.place(*match.span("said")), passage.pointer, arguments)


def _named(lexicon: Lexicon) -> re.Pattern[str]:
    """The Assembly with its ordinal and the term behind it, its own or that of the councils."""
    assembly, term = choice([str(lexicon.at("references", "assembly"))]), choice(lexicon.words("documents", "term"))
    another = choice(lexicon.words("references", "term_of_another"))
    said = rf"(?P<said>{term}\s+(?P<first>{YEAR})\s*{DASH}\s*(?P<last>{YEAR}))"
    between = rf"(?:(?!\b{another}\s)[^.;:]){{0,80}}?"
    return compiled(rf"(?<!\w){assembly}\s+(?P<ordinal>[IVX]+)\b{between}{said}", re.IGNORECASE)
