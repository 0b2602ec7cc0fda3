"""The training room without a window: session packs, keys that are computed, quiz, votes, coverage."""
