"""Fields to type in."""
