"""Comparing quoted words with the text of their source."""
