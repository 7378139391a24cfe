"""Before the meeting: readiness, and what is new since the kallelse."""
