"""Starts the application; `python app.py --help` lists everything else it can do."""

import sys

from assistant.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
