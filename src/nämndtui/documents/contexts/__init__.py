"""What each document says, as plain values a template can show."""
