"""Excel workbooks that come back: read as data, never run."""
