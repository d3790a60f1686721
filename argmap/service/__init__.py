"""What an editor asks of a map, whichever editor it is: values with places, and no protocol.

A `Desk` holds the texts that are open; a `View` is one of them as it is now, with the map that it
belongs to. Every question is a function of a view. Offsets count code points.
"""

from .desk import Desk
from .view import Reading, View

__all__ = ["Desk", "Reading", "View"]
