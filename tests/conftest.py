"""For all tests: windows are drawn in memory, whoever starts pytest."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
