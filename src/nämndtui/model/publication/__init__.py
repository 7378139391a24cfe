"""What may leave the committee: masking and secret §§."""
