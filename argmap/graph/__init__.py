"""Questions that every room asks of the graph: its tree, its ends, its parts, its circles."""
