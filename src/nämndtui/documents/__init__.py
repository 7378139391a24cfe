"""Paper: from model objects to Word documents. Knows templates, not the database."""
