"""The page that is open at first: the smallest changes, and the journey through the law's history."""
