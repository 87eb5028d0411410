"""`python -m bozzetto` is the `bozzetto` command."""

import sys

from bozzetto.jobs.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
