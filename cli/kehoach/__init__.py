"""Plans of the Youth Union as YAML: inherited, checked, rendered and compared."""
