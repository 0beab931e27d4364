"""Long runs that look for inputs which break the readers; not part of the suite."""
