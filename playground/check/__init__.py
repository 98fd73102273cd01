"""Shapes, costs and problems of a document, without torch. Never raises."""
