"""What an export takes and an import brings."""
