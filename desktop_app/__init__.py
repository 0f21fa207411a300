"""Cakupan: coverage of workers' social security, for the labour offices of Indonesia."""

VERSION = "0.1.0"
