"""One meeting's workspace: building its agenda, then recording what was decided."""
