"""Who acts and when, text on its way in, and undo: what every verb needs."""
