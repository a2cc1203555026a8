"""The syllables around one in a text: its neighbours, and what it may have been meant to be."""

from kehoach.rules.prose.words import Words


def around(words: Words, at: int) -> str:
    """The token *at*, or nothing outside the text."""
    return words.folded[at] if 0 <= at < len(words.folded) else ""


def like(model: str, text: str) -> str:
    """*text* with the capital letters of *model*: all, the first, or none."""
    if len(model) > 1 and model.isupper():
        return text.upper()
    return text[:1].upper() + text[1:] if model[:1].isupper() else text


def name(words: Words, first: int, last: int) -> bool:
    """Whether the tokens hold a name or a number in letters: a capital after the first word, or one letter alone.

    A third word with a capital ends the name of a person: *Trịnh Thị Hà ở thôn*.
    """
    tokens = words.tokens[max(first - 2, 0) : first + 1]
    if len(tokens) > 2 and all(map(str.istitle, tokens)):
        return True
    tokens = words.tokens[first : last + 1]
    if all(token.isupper() and len(token) > 1 for token in tokens):
        return False
    return any(token[:1].isupper() for token in tokens[1:]) or any(token.isupper() for token in tokens)
