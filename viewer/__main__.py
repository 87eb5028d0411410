"""`python -m viewer`: the server of the workbench, as `bozzetto view` starts it."""

import sys

from viewer.serve import main

sys.exit(main())
