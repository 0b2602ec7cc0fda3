"""Editors of facts: one table from a fact's type to the widget that states it."""
