"""What Vietnamese syllables and words look like, from the word lists."""
