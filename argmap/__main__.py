"""`python -m argmap` is `argmap`: until the command line is there, Ctrl-C ends it without a word."""

import signal


def run() -> None:
    """Run the program as a command."""
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    from .cli import main

    main()


if __name__ == "__main__":
    run()
