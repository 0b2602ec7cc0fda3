"""The questions of the chosen station, each with an editor that can also say "unknown"."""
