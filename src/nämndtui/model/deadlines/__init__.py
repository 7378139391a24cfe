"""What is due when, by law and by the committee's own rules."""
