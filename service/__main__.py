"""`python -m bozzetto.service`: the server, as `bozzetto serve` starts it."""

import sys

from bozzetto.service.server import main

sys.exit(main())
