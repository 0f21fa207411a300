"""Letters from figures: planned, written, numbered, sent; and kept so that each can be made again."""
