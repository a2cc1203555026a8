"""The figures of a target set in bold, where the plan's style asks for it."""

from collections.abc import Iterator

from kehoach.plan import Figure, Target

NUMBER = "number"
PHRASE = "phrase"


def emboldened(target: Target, style: str) -> str:
    """The text of *target* with its figures in bold: their numbers, or their whole phrases.

    A text that has bold words already is left as it was written, and so is a figure still to be filled.
    """
    text = target.text.text
    if style not in {NUMBER, PHRASE} or "**" in text:
        return text
    for start, end in sorted(set(_stretches(target, style)), reverse=True):
        text = f"{text[:start]}**{text[start:end]}**{text[end:]}"
    return text


def _stretches(target: Target, style: str) -> Iterator[tuple[int, int]]:
    for figure in target.figures:
        if figure.quantity is not None:
            yield _number(figure, target.text.text) if style == NUMBER else (figure.start, figure.end)


def _number(figure: Figure, text: str) -> tuple[int, int]:
    low, high = figure.quantity.number_span if figure.quantity else (0, 0)
    end = figure.start + high
    return figure.start + low, end + text.startswith("%", end)
