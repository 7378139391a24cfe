"""What a package holds, part by part, between its keys and the model."""
