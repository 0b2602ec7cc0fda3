"""One provision, opened: what it says, since when, by which instrument, how sure."""
