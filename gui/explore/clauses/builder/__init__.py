"""A proposal of one's own, built in a dialog and saved as a law file."""
