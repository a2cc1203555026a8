"""Who receives a finished document, and how its last sentence ends."""

import re
from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.finished import Finished, Piece, Role
from kehoach.patterns import compiled, small
from kehoach.phrases.choices import any_word, choice
from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass
from kehoach.rules.registry import INFO, Grain, rule
from kehoach.rules.view import View
from kehoach.scalars import stretch

FEWEST = 2
TEXT = frozenset({Role.HEADING, Role.PARAGRAPH})
MANY = "names", "many_of_them"


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The section that gives work, how a group of units begins there, groups by their names, and what means all."""

    section: re.Pattern[str]
    begun: re.Pattern[str]
    groups: tuple[re.Pattern[str], ...]
    every: re.Pattern[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Words":
        """The words in *lexicon*."""
        names = [lexicon.words("finished", "groups_below", id) for id in lexicon.table("finished", "groups_below")]
        before, many = (
            choice(lexicon.words("finished", "before_groups")),
            choice(lexicon.words("names", "many_of_them")),
        )
        group = rf"(?P<group>{choice(name for one in names for name in one)}(?:,? (?!\W)\w+){{0,6}})"
        return cls(
            any_word(lexicon.words("finished", "section_words", "to_chuc_thuc_hien")),
            compiled(rf"(?:{before}\s+)*{many}\s+{group}"),
            tuple(map(any_word, names)),
            any_word(lexicon.words("finished", "all_groups")),
        )


@rule("SEC221", Grain.FINISHED, INFO)
def filing_said(finished: Finished, view: View) -> Iterator[Fault]:
    """The recipients end with the line that says who files the document."""
    found = [piece for piece in finished.of(Role.RECIPIENT) if not piece.annex]
    files = view.lexicon.view(_files)
    if len(found) >= FEWEST and not any(files.search(piece.text) for piece in found):
        yield Fault("SEC221", found[-1].block.words.place)


@rule("SEC222", Grain.FINISHED, INFO)
def those_who_act_receive(finished: Finished, view: View) -> Iterator[Fault]:
    """The units that carry a document out are among those who receive it."""
    found = [piece for piece in finished.of(Role.RECIPIENT) if not piece.annex]
    if len(found) >= FEWEST and not _acting(found, view.lexicon):
        yield Fault("SEC222", found[-1].block.words.place)


@rule("SEC225", Grain.FINISHED, INFO)
def each_group_receives(finished: Finished, view: View) -> Iterator[Fault]:
    """Each group of units below to which the last section gives work is among those who receive the document.

    *Hội đồng Đội các xã, phường* has a paragraph of its own and is not told, where only *Các liên đội* are. Where
    nobody is told who acts, that is said once.
    """
    words = view.lexicon.view(Words.of)
    found = [piece for piece in finished.of(Role.RECIPIENT) if not piece.annex]
    sent = small(" ".join(_acting(found, view.lexicon)))
    if not sent or words.every.search(sent):
        return
    for piece in _carrying_out(finished, words):
        begun = words.begun.match(small(piece.text))
        named = [group for group in words.groups if begun and group.search(begun["group"])]
        if named and not any(group.search(sent) for group in named):
            arguments = {"group": piece.text[: begun.end()].strip(" :,") if begun else ""}
            yield Fault("SEC225", found[-1].block.words.place, "", arguments)


@rule("SEC223", Grain.FINISHED, INFO)
def closing_ends(finished: Finished, view: View) -> Iterator[Fault]:
    """The closing sentence ends with a stop, or with the mark of the end."""
    closing = [piece for piece in finished.of(Role.CLOSING) if not piece.annex]
    if closing and closing[-1].text.rstrip(' *”")')[-1:].isalnum():
        words = closing[-1].block.words
        last = len(words.text.rstrip())
        yield Fault("SEC223", stretch(finished.manuscript.text, words, last - 1, last))


def _carrying_out(finished: Finished, words: Words) -> Iterator[Piece]:
    """The titles and paragraphs of the section that tells who carries the document out."""
    inside = 0
    for piece in finished.pieces:
        if piece.role is Role.HEADING and (not inside or piece.depth <= inside):
            inside = piece.depth if words.section.search(piece.text) else 0
        elif inside and not piece.annex and piece.role in TEXT:
            yield piece


def _acting(recipients: list[Piece], lexicon: Lexicon) -> list[str]:
    """Those of *recipients* that carry the document out."""
    told, acting, units, leaders = (
        any_word(lexicon.words("finished", name)) for name in ("told_only", "acting", "acting_units", "leaders")
    )
    texts = (piece.text for piece in recipients if not told.search(piece.text))
    return [
        text for text in texts if acting.search(text) or (units.search(text) and not leaders.match(text.lstrip(" -+*")))
    ]


def _files(lexicon: Lexicon) -> re.Pattern[str]:
    return compiled(rf"(?<!\w){choice(lexicon.words('form', 'filing'))}(?!\w)")
