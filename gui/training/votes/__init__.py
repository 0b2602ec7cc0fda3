"""What a room votes, typed in by the trainer: counts and team codes, kept while the session runs."""
