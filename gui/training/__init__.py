"""The training room: session packs in the window, as quiz, presentation, votes and papers."""
