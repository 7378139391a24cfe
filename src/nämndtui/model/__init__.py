"""The committee's world: frozen dataclasses and rules. Standard library only, no I/O, no clock."""
