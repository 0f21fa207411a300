"""Places by code, or by name within their parents."""
