"""What every test shares: factories on the path; nothing reaches the network."""

import sys
from pathlib import Path

HERE = Path(__file__).parent
for folder in (HERE, HERE / "unit" / "reports"):
    sys.path.insert(0, str(folder))
