"""`python -m looped` is the command `looped`."""

import sys

from looped.cli import main

if __name__ == "__main__":
    sys.exit(main())
