"""Data files of the program and of a workspace as plain mappings, lists and strings."""

from kehoach.errors import KehoachError
from kehoach.places import Place
from kehoach.reading.decode import decode
from kehoach.reading.yaml.nodes import compose
from kehoach.reading.yaml.rawtext import RawText
from kehoach.written import Mapping


def read_data(data: bytes, file: str) -> Mapping:
    """The values of a data file.

    Raises ``KehoachError("data_unreadable")`` at the first place that YAML, or our use of it, does
    not allow; prose in flow style is allowed here.
    """
    text, fault = decode(data, file)
    if fault:
        raise KehoachError("data_unreadable", fault.place, file=file, reason=fault.code)
    composed = compose(RawText(text, file))
    if composed.error:
        raise KehoachError("data_unreadable", composed.error[0], file=file, reason=composed.error[1])
    grave = [fault for fault in composed.faults if fault.code not in STYLE]
    if grave:
        raise KehoachError("data_unreadable", grave[0].place, file=file, reason=grave[0].code)
    if not isinstance(composed.root, Mapping):
        raise KehoachError("data_unreadable", Place(file), file=file, reason="DOC106")
    return composed.root


STYLE = frozenset({"DOC117", "DOC118"})
