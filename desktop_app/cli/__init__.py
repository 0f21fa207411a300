"""The same operations from a terminal: words in Indonesian, `--json` for machines."""
