"""What a layout engine's process may use."""

import subprocess
import sys

MEMORY = 2 * 1024**3
"""Address space, in bytes. A layout of 5,000 statements takes under 100 MB."""
NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)


def limit_memory(pid: int) -> None:
    """Bound a running process's memory, where the system can (Linux)."""
    if sys.platform != "linux":
        return
    import resource

    try:
        resource.prlimit(pid, resource.RLIMIT_AS, (MEMORY, MEMORY))
    except (OSError, ValueError):
        # It has ended already, or has a lower limit; either shows when its output is read.
        return
