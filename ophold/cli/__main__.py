"""`python -m ophold.cli`, where the `ophold` command itself is not on the path."""

from ophold.cli import main

main()
