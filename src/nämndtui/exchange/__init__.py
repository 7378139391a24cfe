"""The border: files in and out."""
