"""Facts laid against a regulation: the grade, why, what is still open, and what would change it."""
