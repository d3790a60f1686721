"""Rules on how a map hangs together."""
