"""What is due, as Översikt, bevakning and the calendar file show it."""
