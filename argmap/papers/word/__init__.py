"""A paper as a Word file: styles that debaters' programs know, the same bytes each time."""
