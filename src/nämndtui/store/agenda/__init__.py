"""Cases, meetings, agenda items and standing items at rest."""
