"""Other tools' files: read into the language with a report of what was lost, and written from a map."""
