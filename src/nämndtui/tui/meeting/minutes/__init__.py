"""After the last §: closing, parts, notice, and what is left to do."""
