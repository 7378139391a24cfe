"""What is typed and not saved, and where the user was."""
