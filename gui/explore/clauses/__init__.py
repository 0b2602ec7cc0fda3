"""The clauses of a proposal as switches, and which of them changes whose outcome."""
