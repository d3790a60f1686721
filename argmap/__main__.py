"""`python -m argmap` is `argmap`."""

from .cli import main

main()
