"""`python -m orgmodel.cli` is the `orgmodel` command."""

import sys

from orgmodel.cli.main import main

sys.exit(main())
