"""Windows, table models and jobs."""
