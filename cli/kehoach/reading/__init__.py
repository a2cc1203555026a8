"""The way in: files and revisions, YAML with places, the shape of a plan, the workspace."""
