"""The catalogue of blocks: one small file a block."""
