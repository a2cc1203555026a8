"""Drafting: what is written into a plan's file by the program instead of by a hand."""
