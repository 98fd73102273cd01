"""Neural Playground."""
