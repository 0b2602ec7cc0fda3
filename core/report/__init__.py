"""Decisions and comparisons put into words, JSON and terminal text."""
