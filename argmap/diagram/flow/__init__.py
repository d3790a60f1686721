"""The flow: a column for each step of answering, as coaches keep it on paper. Needs no engine."""
