"""Cells of a filled-in workbook that cannot be used: found while it is matched with the plan, weighed here."""

from kehoach.rules.registry import ERROR, Grain, Rule, enter

for _code in ("TGT401", "TGT402", "TGT403", "TGT404"):
    enter(Rule(_code, ERROR, Grain.TREE, suppressible=False))
