"""Names that are the same in the whole country."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping

from kehoach.findings import Fault
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.rules.names.quoted import names_in
from kehoach.rules.names.wording import Words, parted, spelt
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

LEAST, SURE, ALIKE, ODD = 5, 9, 60, 1


@rule("ORG310", Grain.WRITTEN, INFO)
def name_of_the_country(file: Written, view: View) -> Iterator[Fault]:
    """The name of a national movement or campaign is written as it is known.

    A word lost, changed or moved makes another one of it, and readers do not find it.
    """
    for name in names_in(file, view):
        if known := _meant(name.text, name.words, view.lexicon):
            place = name.passage.place(name.start, name.end)
            yield Fault("ORG310", place, name.passage.pointer, {"name": name.text, "known": known})


@remembered
def _meant(name: str, words: Words, lexicon: Lexicon) -> str:
    """The known name that *name* nearly is, empty where it is one or none; *words* are what is compared of it."""
    if len(words) < LEAST:
        return ""
    names, lengths = lexicon.view(_known)
    if words in names:
        return ""
    written, said = tuple(re.findall(r"\w+", name)), set(words)
    alike = (other for more in (0, 1, -1) for other in lengths.get(len(words) + more, ()))
    near = (other for other in alike if len(said.difference(other)) <= ODD)
    return next((names[other] for other in near if _slipped(words, written, other, lexicon)), "")


def _slipped(words: Words, written: Words, known: Words, lexicon: Lexicon) -> bool:
    """Whether a word of *known* was lost, put in, changed or moved; a name of a place makes another name."""
    if [word for word in words if word.isdigit()] != [word for word in known if word.isdigit()]:
        return False
    own = {word for word, shown in zip(words[1:], written[1:], strict=True) if shown[0].isupper()} - set(known)
    if own:
        return False
    if len(words) == len(known):
        return _changed(words, known) or sorted(words) == sorted(known)
    short, long = sorted((words, known), key=len)
    ends = short[0] == long[0] and short[-1] == long[-1]
    return ends and len(short) >= LEAST and parted(short, long, lexicon)


def _changed(words: Words, known: Words) -> bool:
    """Whether one word differs: any of a long name, one that looks alike of a shorter one."""
    differ = [(one, other) for one, other in zip(words, known, strict=True) if one != other]
    if len(differ) != 1:
        return False
    from rapidfuzz import fuzz

    return len(words) >= SURE or fuzz.ratio(*differ[0]) >= ALIKE


def _known(lexicon: Lexicon) -> tuple[Mapping[Words, str], Mapping[int, list[Words]]]:
    """The known names by their words, and their words by how many they are."""
    names = {spelt(name, lexicon): name for name in lexicon.words("campaigns", "names")}
    lengths: dict[int, list[Words]] = defaultdict(list)
    for words in names:
        lengths[len(words)].append(words)
    return names, lengths
