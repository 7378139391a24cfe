"""What the fast look-ups may import; a test guards this folder."""
