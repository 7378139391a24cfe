"""The documents the program makes."""
