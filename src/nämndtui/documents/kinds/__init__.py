"""The documents the program makes: one row for each, and the one way from it to a file."""
