"""Events that are named without quotation marks."""

import re
from collections.abc import Iterator, Mapping

from kehoach.findings import Fault, Related
from kehoach.patterns import CAPITALS, caseless, compiled, small
from kehoach.phrases.choices import begun, choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.remembering import remembered
from kehoach.records import dataclass
from kehoach.rules.holding import holding
from kehoach.rules.names.wording import spelt
from kehoach.rules.passages import Passage
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.written import Written

LONGEST, KEY = 16, 4
WHOLE, PART = 4, 6


@dataclass(frozen=True, slots=True)
class Event:
    """The name of an event: what sort it is of, and where each of the *words* that tell it apart ends.

    *said* counts the words before the first comma.
    """

    start: int
    sort: int
    words: tuple[str, ...]
    ends: tuple[int, ...]
    said: int

    def text(self, passage: Passage, count: int) -> str:
        """What is written up to the last of the first *count* words."""
        return passage.text[self.start : self.ends[count - 1]]


Named = tuple[Passage, Event]


@rule("ORG311", Grain.WRITTEN, INFO)
def event_of_one_name(file: Written, view: View) -> Iterator[Fault]:
    """One event is called by one name, also where no quotation marks stand around it.

    *Hội thi Tin học* and *cuộc thi tin học*, a small word or a comma more: readers look for two.
    """
    first: dict[tuple[int, tuple[str, ...]], list[Named]] = {}
    _, sorts, _, _ = view.lexicon.view(_patterns)
    for passage in holding(file, view, *sorts):
        for event in _events(passage.text, view.lexicon):
            alike = first.setdefault((event.sort, event.words[:KEY]), [])
            same = next(((other, count) for other in alike if (count := _shared(event, other[1]))), None)
            if same is None:
                alike.append((passage, event))
            else:
                yield from _told((passage, event), *same, view)


def _told(named: Named, known: Named, count: int, view: View) -> Iterator[Fault]:
    """The fault of an event whose first *count* words are those of a *known* one, where they are written otherwise."""
    (passage, event), (before, other) = named, known
    one, two = event.text(passage, count), other.text(before, count)
    if _compared(one, view) != _compared(two, view):
        place = passage.place(event.start, event.ends[count - 1])
        related = (Related(before.place(other.start, other.ends[count - 1]), "named_here"),)
        yield Fault("ORG311", place, passage.pointer, {"name": one, "other": two}, related)


def _compared(text: str, view: View) -> tuple[object, ...]:
    """What is compared of a name as it is written: its words and its commas."""
    return (*spelt(text, view.lexicon), text.count(","))


def _shared(one: Event, other: Event) -> int:
    """How many words the names of one event share from the first on; 0 where they are two events."""
    pairs = zip(one.words, other.words, strict=False)
    count = next((at for at, (a, b) in enumerate(pairs) if a != b), min(len(one.words), len(other.words)))
    if count < max(one.said, other.said):
        return 0
    if count == len(one.words) == len(other.words) and count >= WHOLE:
        return count
    return count if count >= PART else 0


@remembered
def _events(text: str, lexicon: Lexicon) -> tuple[Event, ...]:
    heads, sorts, end, word = lexicon.view(_patterns)
    found = []
    for match in heads.finditer(small(text)):
        stop = end.search(text, match.end())
        event = _event(match, stop.start() if stop else len(text), sorts, word)
        if len(event.words) >= KEY:
            found.append(event)
    return tuple(found)


def _event(head: re.Match[str], stop: int, sorts: Mapping[str, int], word: re.Pattern[str]) -> Event:
    words: list[str] = []
    ends: list[int] = []
    said = 0
    for match in word.finditer(head.string, head.end(), stop):
        if match.lastgroup is None:
            said = said or len(words)
        elif match.lastgroup == "word" and len(words) < LONGEST:
            words.append(match.group())
            ends.append(match.end())
    return Event(head.start(), sorts[spoken(head.group())], tuple(words), tuple(ends), said or len(words))


def _patterns(lexicon: Lexicon) -> tuple[re.Pattern[str], Mapping[str, int], re.Pattern[str], re.Pattern[str]]:
    """What an event's name begins with and of what sort each is, where the name ends, and its words."""
    rows = lexicon.at("campaigns", "events")
    assert isinstance(rows, tuple | list)
    sorts = {spoken(str(name)): at for at, row in enumerate(rows) for name in row}
    ends, filling = (choice(lexicon.words("campaigns", name)) for name in ("events_end", "events_filling"))
    joint = choice(lexicon.words("documents", "and"))
    heads = caseless(rf"{begun(sorts)}(?!\w)")
    end = compiled(rf"[.;:()“”\"\n–]|\s-\s|\s+{ends}(?!\w)|\s+{joint}\s+(?-i:[{CAPITALS}])", re.IGNORECASE)
    return heads, sorts, end, caseless(rf"(?P<filling>{filling}(?!\w))|(?P<word>\w+)|,")
