"""The command line: one file a command. Imported by commands only, never by the window."""
