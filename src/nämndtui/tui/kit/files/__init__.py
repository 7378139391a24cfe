"""Files named by typing, written and opened."""
