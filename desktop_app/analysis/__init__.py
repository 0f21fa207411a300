"""Coverage, trend and findings: pure functions over values."""
