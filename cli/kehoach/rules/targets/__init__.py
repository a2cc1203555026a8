"""Rules on targets and their figures."""
