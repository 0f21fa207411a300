"""Queries behind compliance summaries: vulnerable workers, companies, public employers, and who sent what."""
