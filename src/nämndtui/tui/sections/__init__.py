"""The sections that are no registers: overview, meetings, cases, people, settings, the start."""
