"""Draws chart values into widgets and picture files; Qt and pyqtgraph."""
