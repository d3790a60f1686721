"""Where the boxes go: by an engine in a process of its own, or by a plain tree."""
