"""Facts, cases, derived facts, checks, and the case file."""
