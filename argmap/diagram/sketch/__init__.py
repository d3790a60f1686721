"""A map made ready for layout, and where a layout put it."""
