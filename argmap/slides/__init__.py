"""A map as slides for PowerPoint: a main claim on each, and its answers one by one."""
