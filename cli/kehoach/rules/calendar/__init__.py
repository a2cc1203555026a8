"""Rules on days, weeks, years and deadlines."""
