"""Look-ups and lists as plain rows: these may import nothing heavier than sqlite3."""
