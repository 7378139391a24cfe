"""All that is known of one meeting, gathered for whoever needs the whole."""
