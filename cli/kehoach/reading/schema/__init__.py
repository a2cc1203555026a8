"""The table of keys, and whether a file keeps to it."""
