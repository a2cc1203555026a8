"""From a finished document whose parts are recognised to the values of a plan file."""

from kehoach.importing.planning.program import Imported, Planning, plan

__all__ = ["Imported", "Planning", "plan"]
