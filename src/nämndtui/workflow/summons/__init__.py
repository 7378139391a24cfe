"""Verbs before the meeting: the kallelse, its supplements, and cancelling."""
