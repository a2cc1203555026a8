"""The rules that plans are held to: a module each, found by being there."""

from importlib import import_module
from pkgutil import walk_packages

for _module in sorted(walk_packages(__path__, f"{__name__}."), key=lambda module: module.name):
    import_module(_module.name)
