"""`python -m ui [FILE]` opens the app."""

import sys

from ui.start_app import start

sys.exit(start(sys.argv[1:]))
