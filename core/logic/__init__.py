"""Three-valued truth, values with uncertainty, and the language of conditions that cases and law share."""
