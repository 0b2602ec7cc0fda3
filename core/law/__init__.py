"""Provisions as dated texts, proposals, readings, and versions: cuts through the timeline of the law."""
