"""Rules on what a plan points at: other plans, its own items, its own blocks."""
