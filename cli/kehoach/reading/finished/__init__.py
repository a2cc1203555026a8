"""Finished documents of any kind as manuscripts: told by their contents, read within limits, never guessed."""

from kehoach.reading.finished.opening import read

__all__ = ["read"]
