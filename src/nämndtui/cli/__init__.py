"""The command line: thin click commands and the fast look-ups."""
