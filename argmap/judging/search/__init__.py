"""Questions that need search: readings of what is open, the least that changes a verdict."""
