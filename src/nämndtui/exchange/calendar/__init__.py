"""Days to remember as calendar files."""
