"""The story of a case: one line of it under the title, and all of it beside the columns."""
