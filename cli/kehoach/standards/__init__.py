"""Standards of layout as values: the forms and figures of official documents."""
