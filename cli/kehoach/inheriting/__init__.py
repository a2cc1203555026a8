"""Inheritance: what comes down to a plan, and what the plan makes of it."""

from kehoach.inheriting.resolve import Resolver
from kehoach.inheriting.world import World

__all__ = ["Resolver", "World"]
