"""The commands: options in, one thing done, an ending out. Each module is a command and is imported when asked for."""
