"""The door to Jinja: templates that print words escaped unless they are Markdown of ours already."""

from collections.abc import Callable
from contextlib import suppress

from jinja2 import FunctionLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from kehoach.document.escape import Markdown, escaped

PARTS = "letterhead", "theme", "dashes", "opening", "heading", "line", "foot", "annex"
Templates = ImmutableSandboxedEnvironment
USUAL = ("document.md.j2", *(f"parts/{name}.md.j2" for name in PARTS))


def environment(load: Callable[[str], str | None]) -> Templates:
    """An environment for the templates that *load* gives by name (None: there is none of that name)."""
    return ImmutableSandboxedEnvironment(
        loader=FunctionLoader(load),
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )


def compiled(templates: Templates) -> None:
    """Compile what every document is composed with, to have it ready; a faulty template is told of when it is used."""
    for name in USUAL:
        with suppress(TemplateError):
            templates.get_template(name)


def _printed(value: object) -> str:
    return value if isinstance(value, Markdown) else escaped(str(value))
