"""What all commands share: the group, help and messages in two languages, options, and how a run ends."""
