"""The JSON package as a file: reading, writing, its schema and its values."""
