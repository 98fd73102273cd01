"""Lets a language model write: token by token, with what it has already worked out kept."""
