"""The catalogue of live views: one small file a lens."""
