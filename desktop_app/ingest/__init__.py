"""Reads sheets and maps their columns to domain values."""
