"""Forms: fields declared as data, one renderer, one validator."""
