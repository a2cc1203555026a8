"""Words quoted out of a sentence: where they stand in it."""

import re
from collections.abc import Iterator


def occurrences(text: str, phrase: str) -> Iterator[int]:
    """Where *phrase* begins in *text*, whole words and whole numbers only."""
    if not phrase:
        return
    before = r"(?<!\w)(?<!\d[.,])" if phrase[0].isalnum() else ""
    after = r"(?!\w)(?![.,]\d)" if phrase[-1].isalnum() else ""
    yield from (match.start() for match in re.finditer(before + re.escape(phrase) + after, text))
