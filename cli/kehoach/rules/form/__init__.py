"""Rules for finished documents: whether a Word file has the official form, whoever made it."""
