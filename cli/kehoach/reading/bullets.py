"""Bullets of the symbol fonts, which lie where Unicode has no letters, as the signs that they show."""

BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf02d": "-", "\uf0d8": "➢", "\uf0fc": "✓"}
