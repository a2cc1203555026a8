"""The sentences that people read, in the language that they ask for.

Each file under ``schemas/words/`` holds the Vietnamese and the English side by side; a sentence is a
template whose blanks are filled by the named arguments of what it speaks of. What stands between square
brackets, ``[ (nearest: {nearest})]``, is left out where one of its own arguments is empty.
``{found:sort}`` is the word of ``terms.toml`` that is called ``sort_`` and the argument.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from kehoach.kept import made_of
from kehoach.patterns import compiled
from kehoach.records import dataclass
from kehoach.shipped import shipped

if TYPE_CHECKING:
    from kehoach.errors import KehoachError
    from kehoach.findings import Fault, Related

LANGUAGES = ("vi", "en")
OPTIONAL = compiled(r"\[([^][]*\{[^][]*)\]")
TERMED = compiled(r"\{(\w+):(\w+)\}")
BLANK = compiled(r"\{(\w+)")
Table = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, ``vi`` or ``en``."""

    language: str = "vi"

    def message(self, fault: "Fault") -> str:
        """What is wrong, with the values of this fault."""
        return self._filled(self._rule(fault.code, "message"), fault.arguments)

    def cure(self, fault: "Fault") -> str:
        """What to do about it, with the values of this fault."""
        return self._filled(self._rule(fault.code, "cure"), fault.arguments)

    def advice(self, fault: "Fault") -> str:
        """The cure, and how the program makes it where it can."""
        cure = self.cure(fault)
        return self.term("cure_by_program").format(cure=cure) if fault.edits else cure

    def related(self, related: "Related") -> str:
        """What a related place has to do with the fault."""
        template: str = table("related")[related.note][self.language]
        return self._filled(template, related.arguments)

    def title(self, code: str) -> str:
        """The rule in a few words."""
        return self._rule(code, "title")

    def page(self, code: str) -> str:
        """Why the rule exists."""
        return self._rule(code, "page")

    def error(self, error: "KehoachError") -> str:
        """Why the program stopped, and the way out."""
        template: str = _errors()[error.code][self.language]
        return self._filled(template, error.arguments)

    def term(self, name: str) -> str:
        """A word or label that reports are made of."""
        term: str = table("terms")[name][self.language]
        return term

    def change(self, name: str, **arguments: object) -> str:
        """A word or sentence that comparisons are made of; empty for a name that has none."""
        words = table("changes").get(name, {})
        return self._filled(words.get(self.language, ""), arguments)

    def places(self) -> dict[str, str]:
        """The words that printed places are made of (*Mục II, chỉ tiêu 5*)."""
        return {name: words[self.language] for name, words in table("printed").items()}

    def _filled(self, template: str, arguments: Mapping[str, object]) -> str:
        worded = TERMED.sub(lambda blank: self.term(f"{blank[2]}_{arguments[blank[1]]}"), template)
        return filled(worded, arguments)

    def _rule(self, code: str, part: str) -> str:
        template: str = rule(code)[self.language][part]
        return template


def filled(template: str, arguments: Mapping[str, object]) -> str:
    """*template* with its blanks filled, and without the optional parts that have nothing to say."""

    def said(part: re.Match[str]) -> str:
        return part[1] if all(str(arguments.get(blank, "")) for blank in BLANK.findall(part[1])) else ""

    return OPTIONAL.sub(said, template).format_map(arguments)


def name(code: str) -> str:
    """The name of a rule, the same in every language (``sum_reaches_parent``)."""
    named: str = rule(code)["name"]
    return named


def rule(code: str) -> Table:
    """All words of a rule; the first three letters of *code* name the file."""
    words: Table = table(f"rules/{code[:3]}")[code]
    return words


@cache
def _errors() -> Table:
    files = sorted((shipped("schemas") / "words").glob("errors*.toml"))
    return {code: words for file in files for code, words in table(file.stem).items()}


@cache
def table(name: str) -> Table:
    """The content of ``schemas/words/<name>.toml``."""
    return made_of(shipped("schemas") / "words" / f"{name}.toml", _read)


def _read(content: bytes) -> Table:
    import tomllib

    return tomllib.loads(content.decode("utf-8"))
