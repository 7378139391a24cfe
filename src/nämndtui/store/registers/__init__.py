"""What the registers share at rest: their places on agendas, checks, import mappings."""
