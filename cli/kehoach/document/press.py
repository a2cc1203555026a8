"""What the words of a plan are printed with: units, kind, standard, and the numbers of the plan."""

from collections.abc import Mapping

from jinja2.sandbox import ImmutableSandboxedEnvironment

from kehoach.document.escape import Markdown, escaped, inline
from kehoach.kinds import Kind
from kehoach.numbering import numbers
from kehoach.patterns import compiled
from kehoach.phrases.lexicon import Lexicon
from kehoach.plan import Plan, Value
from kehoach.printed import places
from kehoach.records import dataclass, replace
from kehoach.standards.standard import Standard
from kehoach.texts import Context, fill, founded
from kehoach.units import State, Units

NO_BREAK = "\N{NO-BREAK SPACE}"
ITALIC = "italic"
_QUOTED = compiled(r"“([^“”*]+)”")


@dataclass(frozen=True, slots=True)
class Press:
    """What composing needs besides the plan.

    *words* are those of printed places (``kehoach.printed``); *draft* the number of a draft, or None.
    """

    kind: Kind
    units: Units
    standard: Standard
    lexicon: Lexicon
    words: Mapping[str, str]
    templates: ImmutableSandboxedEnvironment
    draft: int | None = None


@dataclass(frozen=True, slots=True)
class Writer:
    """A plan on the press: its numbers, and its texts filled for the unit that prints them."""

    plan: Plan
    press: Press
    numbers: Mapping[str, str]
    refs: Mapping[str, str]
    events: Mapping[str, int]

    @property
    def unit(self) -> State:
        """The unit of the plan as it is on the plan's day."""
        return self.state(self.plan.unit)

    def state(self, unit: str) -> State:
        """A unit as it is on the plan's day."""
        return self.press.units.state(unit, self.plan.day)

    def words(self, value: Value, text: str | None = None) -> Markdown:
        """The words of *value*, or *text* in its stead, filled: one line of inline Markdown."""
        filled = fill(value.text if text is None else text, self._context(value), escaped)
        if self.plan.head.style.get("quotes") == ITALIC:
            filled = _QUOTED.sub(r"“*\1*”", filled)
        return inline(filled)

    def gap(self, name: str) -> str:
        """The blank to fill by hand that the standard calls *name*."""
        return NO_BREAK * int(getattr(self.press.standard.gaps, name))

    def _context(self, value: Value) -> Context:
        source = self.state(value.unit if value.unit in self.press.units else self.plan.unit)
        return Context(self.unit, source, self.plan.year, self.events, self.refs, self.gap("figure"))


def writer(plan: Plan, press: Press) -> Writer:
    """A writer for *plan*, in the form that its standard had on the plan's day."""
    press = replace(press, standard=press.standard.on(plan.day))
    printed = numbers(plan, [rung.number for rung in press.standard.ladder])
    refs = places(plan, printed, press.words)
    return Writer(plan, press, printed, refs, founded(press.lexicon))
