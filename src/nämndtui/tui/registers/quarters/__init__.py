"""Quarter reports and their trend."""
