"""Rules on the parts and sections that a kind of document demands."""
