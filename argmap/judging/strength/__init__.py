"""How strongly statements stand, where the file gives weights."""
