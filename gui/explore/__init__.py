"""The room below the two columns: where the versions part, why not, and what would change it."""
