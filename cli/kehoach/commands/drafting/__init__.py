"""What ``plan new`` and ``plan targets`` write into plans."""
