"""Open questions: what the case can still come to, and which answer settles it."""
