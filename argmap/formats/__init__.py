"""Forms that a map is written in, beside its picture."""
