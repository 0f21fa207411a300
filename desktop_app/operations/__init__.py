"""One module for each thing a user does; the window and the terminal call the same functions."""
