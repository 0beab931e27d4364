"""What was observed about officials and units, and the step from what was observed to what is a fact."""
