"""Findings in the words of a coach, as text and as JSON."""
