"""Recaps, bases and targets, and their checks against themselves."""
