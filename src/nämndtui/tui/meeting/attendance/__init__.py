"""The roll at one §."""
