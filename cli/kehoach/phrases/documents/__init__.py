"""The words that citations and commemorations are read with."""
