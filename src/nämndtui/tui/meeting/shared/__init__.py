"""What the rooms of the meeting share."""
