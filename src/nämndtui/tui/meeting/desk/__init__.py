"""The minute-taking desk and its commands."""
