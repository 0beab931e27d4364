"""The mathematics of rotation: rows of like units, columns that take them, whole numbers; no official in sight."""
