"""The window of Threshold, and the `threshold` command: no rule, no text of law, no dates."""
