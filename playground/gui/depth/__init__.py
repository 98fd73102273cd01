"""The catalogue of views into a block: one small file a block family."""
