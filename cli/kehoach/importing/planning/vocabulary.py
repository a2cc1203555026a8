"""The word lists of planning as patterns."""

import re
from collections.abc import Iterable

from kehoach.patterns import any_case, compiled
from kehoach.phrases.choices import any_word, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass

Pattern = re.Pattern[str]
NEAR = 24
NAMELESS = compiled(r"(?!)")


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """What titles and sentences are looked through for; each pattern stands for whole words in any case.

    *targets*, *activities*, *purposes*, *themes* and *own_works* tell what a section is about by its title;
    *own_head* and *below_head* are the heads of the two blocks, *asked* and *by* say in a title who does it.
    *body* is a body of the Union below the one that speaks, *each* and *many* one or all of them, *joint*
    what joins them to the unit itself.
    """

    targets: Pattern
    not_targets: Pattern
    activities: Pattern
    purposes: Pattern
    themes: Pattern
    quarters: Pattern
    own_works: Pattern
    own_head: Pattern
    below_head: Pattern
    asked: Pattern
    by: Pattern
    body: Pattern
    each: Pattern
    many: Pattern
    joint: Pattern
    whole: Pattern
    people: Pattern
    deadline: Pattern
    occasion: Pattern
    holds: Pattern
    closes: Pattern
    where: Pattern
    leads: Pattern
    partners: Pattern
    annex: Pattern


def vocabulary(lexicon: Lexicon) -> Vocabulary:
    """The patterns; a view of the lexicon."""
    lists = lexicon.table("planning")
    words = {name: choice(map(str, listed)) for name, listed in lists.items() if isinstance(listed, tuple)}
    bodies, each, many = words["bodies"], words["each"], words["many"]
    counted = rf"(?:{words['activity_counts']}\s+){{1,2}}{words['activity_words']}"
    before = words["heads_before"]
    body = rf"(?:{many}\s+)?(?:{words['bodies_before']}\s+)?{bodies}"
    return Vocabulary(
        targets=_anywhere(words["targets"]),
        not_targets=_anywhere(words["not_targets"]),
        activities=any_case(rf"^(?:{words['activities']}|{counted})(?!\w)"),
        purposes=any_case(rf"^(?:{words['activity_counts']}\s+)?{words['purposes']}(?!\w)"),
        themes=_anywhere(words["themes"]),
        quarters=any_case(rf"{words['quarters']}\s+(?:[IV]+|\d{{1,2}})"),
        own_works=_anywhere(words["own_works"]),
        own_head=any_case(rf"^(?:{before}\s+)?{words['own_heads']}(?!\w)"),
        below_head=any_case(rf"^(?:{before}\s+)?(?:{many}\s+)?{words['below_heads']}(?!\w)"),
        asked=_anywhere(words["asked"]),
        by=_anywhere(rf"{words['own_by']}\s+{words['own_heads']}"),
        body=any_case(rf"^{body}(?!\w)"),
        each=_anywhere(rf"{each}\s+{bodies}"),
        many=any_case(rf"^(?:{many}|100\s*%)\s+(?:{many}\s+)?{bodies}(?!\w)"),
        joint=any_case(rf"\s+{words['joint']}\s+"),
        whole=any_case(rf"^{words['whole']}(?!\w)"),
        people=any_case(rf"^{words['people']}(?!\w)"),
        deadline=_anywhere(words["deadlines"]),
        occasion=any_case(rf"(?<!\w){words['occasions']}\s[^.;:()\d]*[(\s]$"),
        holds=any_case(rf"^{words['holds']}(?!\w)[^,.;:()]{{0,{NEAR}}}$"),
        closes=_anywhere(words["closes"]),
        where=any_case(rf"^(?P<said>{words['wheres']}\s.+)$"),
        leads=any_case(rf"^(?P<said>.+?)\s+{words['leads']}$"),
        annex=any_case(rf"{words['annex_words']}(?:\s+(?:{words['annex_numbers']}\s+)?(?:[IVX]+|\d+))?[.:]?$"),
        partners=any_case(rf"^{words['partners']}\s*:\s+(?P<said>.+)$"),
    )


def one_of(words: Iterable[str]) -> Pattern:
    """A pattern for any of *words*, whole, in any case; for nothing where there are none."""
    known = tuple(sorted({word for word in words if word.strip()}))
    return any_word(known) if known else NAMELESS


def _anywhere(words: str) -> Pattern:
    return any_case(rf"(?<!\w){words}(?!\w)")
