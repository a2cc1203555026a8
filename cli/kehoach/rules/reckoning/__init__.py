"""Rules on figures of a text that can be reckoned against one another."""
