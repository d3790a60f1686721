"""A file that cannot be read at all."""


class UnreadableError(Exception):
    """Why, in a coach's words, to stand behind `FILE: not read: `. It never leaves this room: whoever
    asks for a file gets a value."""
