"""One §: what was moved, voted and decided."""
