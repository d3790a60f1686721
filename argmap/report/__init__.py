"""Ways to print what is wrong: one finding, many forms."""
