"""Tables of people, read column by column."""
