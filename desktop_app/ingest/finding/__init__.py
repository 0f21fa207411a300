"""Where tables stand on a sheet, and what the lines around them say."""
