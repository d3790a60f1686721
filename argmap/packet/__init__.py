"""The challenge packet: each quoted passage in its place, to answer "show me the original" in the round."""
