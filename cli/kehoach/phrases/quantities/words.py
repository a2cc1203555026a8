"""How the word lists of ``schemas/lexicon/quantities.yaml`` become patterns."""

from collections.abc import Mapping

from kehoach.phrases.lexicon import Lexicon
from kehoach.records import dataclass

WORD = r"[^\W\d_]+"


@dataclass(frozen=True, slots=True)
class Lists:
    """The word lists by their keys."""

    lexicon: Lexicon

    def __call__(self, *path: str) -> tuple[str, ...]:
        """The list at *path*."""
        return self.lexicon.words("quantities", *path)

    def word(self, *path: str) -> str:
        """The single word at *path*."""
        return str(self.lexicon.at("quantities", *path))

    @property
    def links(self) -> tuple[str, str]:
        """The words for "and" and "or"."""
        return self.word("links", "and"), self.word("links", "or")

    def table(self, *path: str) -> Mapping[str, object]:
        """The mapping at *path*."""
        return self.lexicon.table("quantities", *path)
