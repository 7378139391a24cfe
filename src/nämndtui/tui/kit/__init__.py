"""What every screen is built of; it knows no screen and no program."""
