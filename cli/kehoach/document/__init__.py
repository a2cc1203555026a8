"""From a plan to its Markdown, and from Markdown to the tree of the document."""
