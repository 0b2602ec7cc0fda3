"""Why not: every ground and exception in two columns, each with what keeps it as it is."""
