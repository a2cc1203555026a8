"""What ``plan import`` does: a finished document made into a plan and put in its place."""
