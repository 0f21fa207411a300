"""Names that somebody may type or send, and that must come through every file unchanged."""

NAMES = (
    "PT Contoh & Rekan", "<b>tebal</b>", '=HYPERLINK("http://contoh.invalid")', "+62 361 000", "-1", "@contoh", "'kutip",
    "a" * 300, "Warung 😀🍜", "\u202eterbalik\u202c dan \u200fkanan", "ᬩᬮᬶ", "0012", "1E5", "_x0041_", "https://contoh.invalid",
    "mailto:a@contoh.invalid", "TRUE", "31/12/2025", "#N/A", "{=1+1}",
)  # fmt: skip
