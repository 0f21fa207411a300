"""What each column of a table means, by its header and by its values."""
