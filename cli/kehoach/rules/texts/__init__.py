"""Rules on the words of a plan."""
