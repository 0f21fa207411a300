"""Compliance summaries and the other reports of an office: read from the store, made into values, written as a package."""
