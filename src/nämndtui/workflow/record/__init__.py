"""What follows from the facts of a meeting, kept beside them inside the open change."""
