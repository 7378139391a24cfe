"""The Textual app: thin screens and widgets."""
