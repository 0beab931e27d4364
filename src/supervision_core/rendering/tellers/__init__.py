"""What is said of each kind of result, and in which order; a teller knows no format."""
