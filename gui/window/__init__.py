"""The main window and what belongs to it: actions, files, settings, messages."""
