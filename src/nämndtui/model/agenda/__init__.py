"""Cases, meetings and agenda items: what they hold, their numbers and their states."""
