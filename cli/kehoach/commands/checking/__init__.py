"""What ``plan validate`` does, and what other commands check before they work."""
