"""The data files of the program and of a workspace, and what each kind of them becomes."""
