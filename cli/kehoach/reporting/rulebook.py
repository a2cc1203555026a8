"""The rules as a list, as a page for each, and as the reference in ``docs/``."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby, pairwise

from kehoach.findings import Profile, Severity
from kehoach.records import dataclass
from kehoach.reporting.words import LANGUAGES, Words, name, rule

FAMILY = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A rule as readers need it: its code, how much it weighs in each profile, whether a plan may set it aside."""

    code: str
    weights: Mapping[Profile, Severity]
    suppressible: bool


def index(entries: Iterable[Entry], words: Words) -> Iterator[str]:
    """A line for each rule, by family."""
    for family, found in groupby(sorted(entries, key=lambda one: one.code), key=lambda one: one.code[:FAMILY]):
        yield f"{family}  {words.term(f'family_{family}')}"
        yield from (f"  {one.code}  {words.title(one.code)} ({weight(one, words)})" for one in found)


def page(entry: Entry, words: Words) -> Iterator[str]:
    """All that is said of one rule."""
    yield f"{entry.code} {name(entry.code)}: {words.title(entry.code)}"
    yield ""
    yield words.page(entry.code)
    yield ": ".join((words.term("rule_cure"), rule(entry.code)[words.language]["cure"]))
    yield ": ".join((words.term("rule_weights"), weight(entry, words)))
    if not entry.suppressible:
        yield words.term("rule_kept")


def reference(entries: Iterable[Entry]) -> str:
    """The reference of all rules in both languages, as Markdown."""
    ordered = sorted(entries, key=lambda one: one.code)
    spoken = [Words(language) for language in LANGUAGES]
    lines = ["# " + " · ".join(words.term("rules_title") for words in spoken), ""]
    lines += [words.term("rules_about") + "\n" for words in spoken]
    for family, found in groupby(ordered, key=lambda one: one.code[:FAMILY]):
        lines += [f"## {family} {' · '.join(words.term(f'family_{family}') for words in spoken)}", ""]
        lines += [line for one in found for line in _section(one, spoken)]
    return "\n".join(lines).rstrip("\n") + "\n"


def weight(entry: Entry, words: Words) -> str:
    """From which profile on the rule weighs how much (*cảnh báo từ submit, lỗi từ sign*)."""
    known = [(profile, entry.weights[profile]) for profile in Profile if profile in entry.weights]
    steps = [*known[:1], *(new for old, new in pairwise(known) if new[1] is not old[1])]
    said = words.term("rule_since")
    return ", ".join(said.format(severity=words.term(f"severity_{one}"), profile=since) for since, one in steps)


def _section(entry: Entry, spoken: Iterable[Words]) -> Iterator[str]:
    yield f"### {entry.code} `{name(entry.code)}`"
    for words in spoken:
        kept = "" if entry.suppressible else " " + words.term("rule_kept").capitalize() + "."
        said = (f"**{words.title(entry.code)}** ({weight(entry, words)}).", words.page(entry.code) + kept)
        yield ""
        yield " ".join(said)
        yield ""
        yield "*" + words.term("rule_cure") + f"*: `{rule(entry.code)[words.language]['cure']}`"
    yield ""
