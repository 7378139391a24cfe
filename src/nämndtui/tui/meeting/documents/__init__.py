"""Word documents of a meeting, written and read back."""
