"""Words quoted out of a sentence: where they stand in it."""

from collections.abc import Iterator

from kehoach.patterns import compiled

_NO_WORD_BEFORE = compiled(r"(?<!\w)(?<!\d[.,])")
_NO_WORD_AFTER = compiled(r"(?!\w)(?![.,]\d)")


def occurrences(text: str, phrase: str) -> Iterator[int]:
    """Where *phrase* begins in *text*, whole words and whole numbers only."""
    at = text.find(phrase) if phrase else -1
    while at >= 0:
        end = at + len(phrase)
        apart = _stands_apart(text, phrase, at, end)
        if apart:
            yield at
        at = text.find(phrase, end if apart else at + 1)


def _stands_apart(text: str, phrase: str, start: int, end: int) -> bool:
    begins = not phrase[0].isalnum() or _NO_WORD_BEFORE.match(text, start)
    return bool(begins and (not phrase[-1].isalnum() or _NO_WORD_AFTER.match(text, end)))
