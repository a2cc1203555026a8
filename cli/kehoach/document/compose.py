"""Plan to Markdown: the one source of every file that is written."""

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

from kehoach.document import views
from kehoach.document.annexes import annexes
from kehoach.document.letterhead import DRAWN, letterhead
from kehoach.document.press import Press, Writer, writer
from kehoach.document.recipients import recipients
from kehoach.errors import KehoachError
from kehoach.patterns import compiled
from kehoach.plan import Plan

_EMPTY_LINES = compiled(r"\n{3,}")
_BEFORE_END = compiled(r"\n{2,}(?=:{3,}\n)")


def markdown(plan: Plan, press: Press) -> str:
    """The document of *plan* as Markdown of our closed kind, by the template of its kind.

    A template that is missing or faulty is a ``KehoachError``; no words of a plan can make it so.
    """
    text = _rendered(press, _given(writer(plan, press)))
    return _EMPTY_LINES.sub("\n\n", _BEFORE_END.sub("\n", text)).strip("\n") + "\n"


def _rendered(press: Press, given: dict[str, object]) -> str:
    try:
        return press.templates.get_template(press.kind.template).render(given)
    except TemplateNotFound as error:
        raise KehoachError("template_missing", template=error.name) from error
    except TemplateSyntaxError as error:
        raise KehoachError("template_faulty", template=f"{error.name}:{error.lineno}", reason=error.message) from error
    except TemplateError as error:
        raise KehoachError("template_faulty", template=press.kind.template, reason=error.message) from error


def _given(writer: Writer) -> dict[str, object]:
    """Everything that a template may name."""
    head, press = writer.plan.head, writer.press
    verb, form = head.fields.get("verb"), head.fields.get("bases_form")
    return {
        "standard": press.standard,
        "drawn": DRAWN,
        "kind": press.kind,
        "year": writer.plan.year,
        "letterhead": letterhead(writer),
        "subject": views.subject(writer),
        "theme": views.theme(writer),
        "verb": writer.words(verb) if verb else None,
        "woven": form is not None and form.text == "opening",
        "bases": views.bases(writer),
        "opening": views.opening(writer),
        "rows": views.body(writer),
        "deadlines": views.deadlines(writer),
        "closing": views.closing(writer),
        "recipients": recipients(writer),
        "signatures": views.signatures(writer),
        "annexes": tuple(annexes(writer)),
    }
