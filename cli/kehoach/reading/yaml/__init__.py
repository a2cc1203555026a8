"""YAML with places: values, the lines of a file that does not parse, and the traps of the language."""
