"""The commands that need no window. ``core.cli`` is the door; each module here is one group of commands."""
