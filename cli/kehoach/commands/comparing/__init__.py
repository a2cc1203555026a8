"""What ``plan diff`` does: two sides read, set against each other and told."""
