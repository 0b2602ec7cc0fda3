"""The editor of a session pack: its exercises, their notes, its plan."""
