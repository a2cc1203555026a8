"""What a figure means when its comparator stands elsewhere in the sentence."""

from kehoach.inheriting.building import meaning
from kehoach.phrases.lexicon import Lexicon
from kehoach.phrases.quantity import Op
from kehoach.plan import Value


def test_a_comparator_from_elsewhere_leaves_the_phrase_as_it_is(lexicon: Lexicon) -> None:
    read = meaning("31 chi hội", Value("trên", "", ()), lexicon)
    assert read and (read.op, read.low, read.written, read.number_span) == (Op.MORE_THAN, 31, "31 chi hội", (0, 2))
