"""Excel workbooks: the table of targets to fill in."""
