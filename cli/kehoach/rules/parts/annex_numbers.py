"""Annexes and forms that the text asks for by their numbers."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.finished import Finished, Piece, Role
from kehoach.patterns import compiled
from kehoach.phrases.choices import any_word, choice, spoken
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.roman import number
from kehoach.records import dataclass
from kehoach.rules.registry import WARNING, Grain, rule
from kehoach.rules.view import View
from kehoach.scalars import stretch

NEAR = 15
TEXT = frozenset({Role.HEADING, Role.PARAGRAPH, Role.BULLET, Role.CLOSING, Role.CELL})


@dataclass(frozen=True, slots=True)
class Words:
    """An annex with its number, those that go on in a list, what makes it one of another document.

    *number* is a word that may end its name.
    """

    named: re.Pattern[str]
    further: re.Pattern[str]
    others: re.Pattern[str]
    number: str

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Words":
        """The words in *lexicon*."""
        names = choice(lexicon.words("finished", "annexes"))
        others = choice(lexicon.words("references", "annexes_of_others"))
        number, joint = (choice(lexicon.words("documents", name)) for name in ("number", "and"))
        attached = choice(lexicon.words("finished", "annex_references"))
        figure = r"(?P<figure>\d{1,2}|[IVX]{1,5}|[A-D])(?![\w%./-])"
        return cls(
            compiled(rf"(?<!\w)(?P<name>{names})(?:\s+{number})?:?\s+{figure}", re.IGNORECASE),
            compiled(
                rf"\s*(?:,|{joint}(?:\s+{number})?)\s*(?P<figure>\d{{1,2}}|[IVX]{{1,5}})(?=\s*(?:[,;.)]|{joint}\b|$))"
            ),
            compiled(rf"\W*(?:{attached}\s+)?{others}", re.IGNORECASE),
            f" {lexicon.words('documents', 'number')[0]}",
        )


@rule("SEC219", Grain.FINISHED, WARNING)
def annex_of_that_number(finished: Finished, view: View) -> Iterator[Fault]:
    """An annex or form that the text asks for by its number is among those behind it.

    *Theo Mẫu số 03* where only number 01 stands there leaves the units without a form. Where no annex has a number,
    only a number said to be attached that is higher than there are annexes is held against it.
    """
    words = view.lexicon.view(Words.of)
    there = {said for piece in finished.of(Role.ANNEX) for said in _numbers(piece, words)}
    ways = any_word(view.lexicon.words("references", "annex_ways"))
    annexes = max((piece.annex for piece in finished.pieces), default=0)
    for piece in finished.pieces if annexes else ():
        for name, start, end in _asked(piece, words) if not piece.annex and piece.role in TEXT else ():
            figure = _worth(piece.text[start:end])
            same = {known for kind, known in there if kind == name}
            attached = not there and ways.search(piece.text, end, end + NEAR)
            beyond = attached and figure is not None and figure > annexes
            if beyond or (same and figure not in same):
                place = stretch(finished.manuscript.text, piece.block.words, start, end)
                yield Fault("SEC219", place, "", {"written": f"{name.capitalize()} {piece.text[start:end]}"})


def _numbers(piece: Piece, words: Words) -> Iterator[tuple[str, int]]:
    match = words.named.match(piece.text)
    value = _worth(match["figure"]) if match else None
    if match and value is not None:
        yield _plain(match["name"], words), value


def _asked(piece: Piece, words: Words) -> Iterator[tuple[str, int, int]]:
    """What *piece* asks for: the name, and where each number stands."""
    for match in words.named.finditer(piece.text):
        further = [match]
        while following := words.further.match(piece.text, further[-1].end()):
            further.append(following)
        if not words.others.match(piece.text, further[-1].end()):
            yield from ((_plain(match["name"], words), *one.span("figure")) for one in further)


def _plain(name: str, words: Words) -> str:
    return spoken(name).removesuffix(words.number)


def _worth(figure: str) -> int | None:
    return number(figure.upper())
