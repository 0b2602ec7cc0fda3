"""Two facts of the open case against each other: what both versions make of every pair of values."""
