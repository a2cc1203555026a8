"""What stands between double braces in a text."""

from collections.abc import Iterator

from kehoach.findings import Fault
from kehoach.placeholders import Trouble
from kehoach.plan import Plan
from kehoach.rules.registry import ERROR, Grain, rule
from kehoach.rules.view import View
from kehoach.scalars import stretch
from kehoach.texts import Context, Names, Problem, founded, problems
from kehoach.written import Mapping, Scalar, Sequence, Written

UNDEFINED = frozenset({Trouble.UNDEFINED, Trouble.UNKNOWN_FUNCTION, Trouble.UNKNOWN_ARGUMENT})
Found = tuple[Scalar, str, Problem]


@rule("DOC301", Grain.WRITTEN, ERROR, suppressible=False)
def placeholder_defined(file: Written, view: View) -> Iterator[Fault]:
    """Every name between double braces means something.

    A name that nobody knows would be printed as it stands, in a document that somebody signs.
    """
    for scalar, pointer, problem in view.once(_problems, file):
        if problem.trouble in UNDEFINED:
            yield _fault("DOC301", file, scalar, pointer, problem)


@rule("DOC302", Grain.WRITTEN, ERROR, suppressible=False)
def placeholder_formed(file: Written, view: View) -> Iterator[Fault]:
    """Braces in a text follow the small grammar of placeholders.

    Anything else that looks like a template is not run; it would be printed as it stands.
    """
    for scalar, pointer, problem in view.once(_problems, file):
        if problem.trouble not in UNDEFINED:
            yield _fault("DOC302", file, scalar, pointer, problem)


def _fault(code: str, file: Written, scalar: Scalar, pointer: str, problem: Problem) -> Fault:
    place = stretch(file.text, scalar, problem.start, problem.end)
    return Fault(code, place, pointer, {"nearest": "", **problem.arguments})


def _problems(file: Written, view: View) -> tuple[Found, ...]:
    return tuple(_troubled(file, view))


def _troubled(file: Written, view: View) -> Iterator[Found]:
    plan = view.resolve(file.id)
    if plan is None:
        return
    told = {fault.place.line for fault in file.faults}
    names = _names(plan, view)
    items = frozenset(item.id for item in plan.items())
    braced: list[tuple[str, Scalar]] = []
    _gather(file.root, "", braced)
    for pointer, scalar in braced:
        body = pointer.rpartition("/")[2] == "body"
        held = items if body else frozenset()
        allowed = Names(names.names, names.events, names.refs, body and "inherits" in plan.root, held)
        for problem in problems(scalar.text, allowed) if scalar.place.line not in told else ():
            yield scalar, pointer, problem


def _names(plan: Plan, view: View) -> Names:
    """What placeholders may say in *plan*; anything that is printed may be referred to."""
    state = view.units.state(plan.unit, plan.day)
    refs = {id: "" for id in (*(item.id for item in plan.items()), *(s.id for s in plan.walk()))}
    annexes = {annex.id: "" for annex in plan.annexes}
    return Context(state, state, plan.year, founded(view.lexicon), {**refs, **annexes}).names()


def _gather(node: Mapping | Sequence, pointer: str, braced: list[tuple[str, Scalar]]) -> None:
    """Add to *braced* every scalar of *node* with a brace, with its path in the file."""
    held = enumerate(node.items, 1) if isinstance(node, Sequence) else node.entries.items()
    for key, value in held:
        if not isinstance(value, Scalar):
            _gather(value, f"{pointer}{key}/", braced)
        elif "{" in value.text:
            braced.append((f"{pointer}{key}", value))
