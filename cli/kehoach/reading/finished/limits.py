"""How long a finished document may be: the longest programmes with all their annexes have a tenth of it."""

from kehoach.errors import KehoachError
from kehoach.places import Place

MOST_PARAGRAPHS, MOST_LETTERS = 20_000, 1_000_000


def bounded(file: str, letters: int, paragraphs: int = 0) -> None:
    """Raise ``document_too_long`` where *file* has more of either than a document may have."""
    for count, most, unit in ((letters, MOST_LETTERS, "letters"), (paragraphs, MOST_PARAGRAPHS, "paragraphs")):
        if count > most:
            raise KehoachError("document_too_long", Place(file), most=f"{most:,}".replace(",", "."), unit=unit)
