"""Optimisers on surfaces of two weights: surfaces, ways, and each update in numbers."""
