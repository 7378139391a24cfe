"""The schema, version by version, with the triggers each version brought."""
