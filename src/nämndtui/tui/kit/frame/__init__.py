"""What stands around every screen: committee and sections above, commands that always work."""
