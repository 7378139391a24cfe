"""NämndTUI: cases, agendas and minutes for a Swedish committee secretary."""
