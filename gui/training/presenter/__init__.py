"""Two screens for a room: what the audience sees, step by step, and what the trainer has beside it."""
