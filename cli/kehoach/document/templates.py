"""The door to Jinja: templates that print words escaped unless they are Markdown of ours already."""

import sys
from collections.abc import Callable
from contextlib import suppress
from types import CodeType

import jinja2
from jinja2 import FunctionLoader, StrictUndefined, TemplateError
from jinja2.bccache import Bucket, BytecodeCache
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kehoach.document.escape import Markdown, escaped
from kehoach.kept import FORMAT, beside, keep, recall
from kehoach.shipped import shipped

PARTS = "letterhead", "theme", "dashes", "opening", "heading", "line", "foot", "annex"
Templates = ImmutableSandboxedEnvironment
USUAL = ("document.md.j2", *(f"parts/{name}.md.j2" for name in PARTS))


class _Kept(BytecodeCache):
    """The shipped templates as they were compiled once: see ``kept``."""

    def load_bytecode(self, bucket: Bucket) -> None:
        match recall(_place(bucket)):
            case [marks, CodeType() as code] if marks == _marks(bucket):
                bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        keep(_place(bucket), (_marks(bucket), bucket.code))


def _place(bucket: Bucket) -> str:
    return beside(shipped("templates") / bucket.key)


def _marks(bucket: Bucket) -> tuple[object, ...]:
    return FORMAT, jinja2.__version__, sys.version, bucket.checksum


def environment(load: Callable[[str], str | None], ours: bool = False) -> Templates:
    """An environment for the templates that *load* gives by name (None: there is none of that name).

    Only where all are *ours* are they taken up as they were compiled before.
    """
    return ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
        bytecode_cache=_Kept() if ours else None,
    )


def compiled(templates: Templates) -> None:
    """Compile what every document is composed with, to have it ready; a faulty template is told of when it is used."""
    for name in USUAL:
        with suppress(TemplateError):
            templates.get_template(name)


def _printed(value: object) -> str:
    return value if isinstance(value, Markdown) else escaped(str(value))
