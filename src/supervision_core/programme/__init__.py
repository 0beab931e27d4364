"""A year of supervision around judging and rotation: counts, reports and what is made public."""
