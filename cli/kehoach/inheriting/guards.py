"""What a plan may not do with what came down to it."""

from collections.abc import Iterator, Mapping

from kehoach.carriers import BELOW, narrows
from kehoach.findings import Fault, Related
from kehoach.inheriting.parts import Part
from kehoach.plan import Carrier, Cascade, Policy, Value
from kehoach.plan.history import listed

OWN_BUSINESS = frozenset({"as_child", "allocate", "own_share", "lead", "with", "allow", "policy", "after", "before"})


def guarded(base: Part, over: Part, faults: list[Fault]) -> None:
    """Report what *over* writes although the plans above locked it, or loosens though it binds."""
    for path, value in over.fields.items():
        faults.extend(_locked(base, over, path))
        if path.split("/")[-1] == "policy":
            faults.extend(_loosened(base, over, path, value))
    faults.extend(_narrowed(base, over))


def kept(over: Part, verb: str, gone: list[Part], faults: list[Fault]) -> bool:
    """Whether nothing of *gone*, which *over* drops or replaces by *verb*, is locked; what is, is reported."""
    locks = [v for part in gone for path, v in part.fields.items() if path.endswith("policy") and v.text == "locked"]
    faults += [_fault("INH301", over, verb, lock, "locked_here") for lock in locks[:1]]
    return not locks


def _policy(base: Part, path: str) -> Value | None:
    """The policy that binds a field: its figure's own, else the item's."""
    names = path.split("/")
    own = base.fields.get(f"figures/{names[1]}/policy") if names[0] == "figures" and len(names) > 2 else None
    return own or base.fields.get("policy")


def _locked(base: Part, over: Part, path: str) -> Iterator[Fault]:
    policy = _policy(base, path)
    names = path.split("/")
    free = OWN_BUSINESS & {names[0], names[2] if names[0] == "figures" and len(names) > 2 else names[0]}
    if policy and policy.text == Policy.LOCKED and not free:
        yield _fault("INH301", over, path, policy, "locked_here")


def _loosened(base: Part, over: Part, path: str, value: Value) -> Iterator[Fault]:
    policy = _policy(base, path)
    if policy and policy.text != Policy.FREE and value.text != policy.text:
        yield _fault("INH302", over, path, policy, "policy_here")


def _narrowed(base: Part, over: Part) -> Iterator[Fault]:
    new, old = carrier(over), carrier(base)
    if new and old and narrows(new, old):
        yield _fault("INH303", over, "carrier/1", base.fields["carrier/1"], "carrier_here")
    stays = (path for path, value in over.fields.items() if path.endswith("cascade") and value.text == Cascade.NONE)
    for path in stays if old == BELOW else ():
        yield _fault("INH303", over, path, base.fields["carrier/1"], "carrier_here")


def carrier(part: Part) -> Carrier | None:
    """The carrier that the fields of *part* write."""
    return written_carrier(part.fields)


def written_carrier(fields: Mapping[str, Value]) -> Carrier | None:
    """The carrier that *fields* write, a word each."""
    words = tuple(value.text for value in listed(fields, "carrier"))
    return Carrier(words) if words else None


def _fault(code: str, over: Part, path: str, binding: Value, note: str) -> Fault:
    arguments = {"id": over.id, "field": path.split("/")[-1], "above": binding.text, "plan": binding.plan}
    return Fault(code, over.fields[path].place, f"{over.id}/{path}", arguments, (Related(binding.place, note),))
