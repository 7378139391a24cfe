"""The commands that may take their time, in click."""
