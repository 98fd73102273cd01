"""Measurements on the training thread: one small file a measurement."""
