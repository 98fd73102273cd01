"""Repairs of each kind of problem, and the trial that every repair must pass."""
