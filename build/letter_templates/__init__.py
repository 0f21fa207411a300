"""The Word templates of letters, made anew: one module per family of letters, the rest is what they share."""
