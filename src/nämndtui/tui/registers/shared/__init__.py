"""What the lists of the registers share."""
