"""Templates: finding, rendering and explaining what is wrong with them."""
