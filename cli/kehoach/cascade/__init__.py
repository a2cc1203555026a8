"""How the figures of a level and of the level below hang together: what is asked, and what it comes to.

Everything is exact (whole numbers and fractions) and has three answers: enough, not enough, not known.
"""

from kehoach.cascade.asking import CEILINGS, FLOORS, allocation, asked_of, comparable, looser

__all__ = ["CEILINGS", "FLOORS", "allocation", "asked_of", "comparable", "looser"]
