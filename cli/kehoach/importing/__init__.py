"""From a finished document to a plan: its parts are told first, then written down as a plan."""
