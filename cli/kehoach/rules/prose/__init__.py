"""Rules on prose: letters, signs, words."""
