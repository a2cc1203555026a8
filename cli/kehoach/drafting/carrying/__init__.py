"""A plan carried into another year: its dates, anniversaries and years moved on, everything else left as written."""
