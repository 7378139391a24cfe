"""Work off the event loop: one way to read, one way to write."""
