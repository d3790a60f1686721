"""A debater's Word file as a map: every letter and mark of every card kept."""
