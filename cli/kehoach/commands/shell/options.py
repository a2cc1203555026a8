"""Kinds of option values, refused in our own words, and the options that several commands share."""

from collections.abc import Callable, Sequence
from typing import Any

import click

from kehoach.errors import WrongUsage

Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]


def _spelling(param: click.Parameter | None) -> str:
    return param.opts[-1] if param else ""


class OneOf(click.ParamType):  # type: ignore[type-arg]
    """One of the words *known*; with *many*, several with commas between."""

    name = "choice"

    def __init__(self, known: Sequence[str], *, many: bool = False) -> None:
        self.known = tuple(known)
        self.many = many

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The word, or a tuple of words; ``WrongUsage`` for one that is not known."""
        words = tuple(word.strip() for word in value.split(",")) if self.many else (value,)
        for word in words:
            if word not in self.known:
                known = ", ".join(self.known)
                raise WrongUsage("choice_unknown", option=_spelling(param), value=word, known=known)
        return words if self.many else value


class Count(click.ParamType):  # type: ignore[type-arg]
    """A whole number of 1 or more."""

    name = "count"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number; ``WrongUsage`` for anything else."""
        text = str(value)
        if not text.isdecimal() or int(text) < 1:
            raise WrongUsage("number_expected", option=_spelling(param), value=text, least=1)
        return int(text)


def workers() -> Decorator:
    """``-j``: how many plans are worked on at the same time."""
    return click.option("-j", "jobs", type=Count(), default=1)
