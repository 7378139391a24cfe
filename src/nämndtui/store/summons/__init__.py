"""What went out before a meeting, at rest."""
