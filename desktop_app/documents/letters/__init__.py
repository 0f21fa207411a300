"""Letters as Word files: finished text, templates of the office, rendering, and reading back for the preview."""
