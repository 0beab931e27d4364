"""Independent answers to compare with: plain definitions and brute force, nothing from the library's own methods."""
