"""argmap: write arguments as plain text, check them, draw them."""

__version__ = "0.1.0"
