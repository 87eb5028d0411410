"""`python -m bozzetto.viewer`: the server of the workbench, as `bozzetto view` starts it."""

import sys

from bozzetto.viewer.serve import main

sys.exit(main())
