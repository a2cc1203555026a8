"""From the tree of a document to its files: the room that touches pandoc, Typst and the fonts."""
