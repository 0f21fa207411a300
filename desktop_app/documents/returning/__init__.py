"""Writes answers into a workbook of somebody else: only the parts that say something new are touched."""
