"""The catalogue of experiments: one file a kind of training."""
