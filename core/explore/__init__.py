"""What can be said of all cases at once: decision diagrams of the law, proofs, coverage, mutants."""
