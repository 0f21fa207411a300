"""Word letters and Excel summaries."""
