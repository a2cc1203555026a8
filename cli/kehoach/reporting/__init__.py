"""Findings in words: for people and for programs."""
