"""Facts at rest: SQLite. All SQL lives here."""
