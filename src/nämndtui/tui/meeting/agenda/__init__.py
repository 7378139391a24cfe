"""Building the agenda, and the workspace it is built in."""
