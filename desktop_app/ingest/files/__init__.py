"""Containers and dialects of sheets: guards that look before anything is parsed, and a reader for each dialect."""
