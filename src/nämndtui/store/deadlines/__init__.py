"""The rows behind Översikt."""
