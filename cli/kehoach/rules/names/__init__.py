"""Rules on the names of units, events, signers and works."""
