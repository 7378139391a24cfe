"""§§, minutes parts and what follows them, and one meeting's whole record, at rest."""
