"""Predict, commit, reveal, alone at the screen. Before the commit all is made of a question alone."""
