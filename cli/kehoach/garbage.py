"""How often Python looks for garbage."""

import gc

# Most of what a run makes is needed to its end; looking through it all again and again takes a twentieth of its time.
LITTLE = 100_000


def look_rarely() -> None:
    """Look only where very much was made."""
    gc.set_threshold(LITTLE)
