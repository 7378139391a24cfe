"""One item: its fields, attachments and preview."""
