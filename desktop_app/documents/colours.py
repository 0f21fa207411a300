"""Colours of finished documents, `RRGGBB`: the light theme's values, so that paper and screen agree."""

TEXT, TEXT_SECOND, TEXT_SOURCE = "1C2226", "4A535A", "656D74"
ACCENT, ACCENT_SOFT = "1B5FA8", "E6EFF8"
PAPER, HEADER, CARD, LINE, GRID, RULE = "FFFFFF", "F2F2EF", "FAFAF8", "E1E1DC", "ECECE8", "BFC2C1"
OK, WARN, WARN_SOFT, BAD, BAD_SOFT = "0B6B57", "7A5200", "FBF0D9", "A63A1E", "F6D8CF"
BAR, OVER, GAP_FILL, GAP, MARK = "3B79B6", "164E88", "E9F1F9", "5F94C8", "1C2226"
SERIES = (BAR, WARN, OK, BAD, TEXT_SECOND)
"""Lines of a trend, one per base; the marker's shape differs as well."""
