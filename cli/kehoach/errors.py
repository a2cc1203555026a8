"""What stops the program: said once, in the reader's language, with an exit status."""

from functools import partial
from typing import Any

from kehoach.places import Place


class KehoachError(Exception):
    """Something that the user can put right: input that cannot be read, work that cannot be done.

    *code* names the sentence in ``schemas/words/errors.toml``; *arguments* fill its blanks.
    """

    status = 3

    def __init__(self, code: str, place: Place | None = None, **arguments: object) -> None:
        self.code = code
        self.place = place
        self.arguments = arguments
        super().__init__(code, place, arguments)

    def __reduce__(self) -> tuple[Any, ...]:
        return partial(type(self), self.code, self.place, **self.arguments), ()


class WrongUsage(KehoachError):
    """The command line asks for something that does not exist."""

    status = 2


class Refusal(KehoachError):
    """A plan that is not worked on; why has been said already."""


class MissingProgram(KehoachError):
    """A program that the work needs is not on this machine."""

    status = 4
