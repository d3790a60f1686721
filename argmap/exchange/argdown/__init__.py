"""Argdown: its text, and the JSON of its command line."""
