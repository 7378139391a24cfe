"""Random keys in the real program, in real pseudo-terminals, beside a second writer."""
