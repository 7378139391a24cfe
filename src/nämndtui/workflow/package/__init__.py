"""Everything out as one package, everything in, and the demonstration."""
