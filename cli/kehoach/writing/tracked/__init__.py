"""Two Word documents of ours as one with tracked changes: accepting all gives the new one, rejecting all the old."""
