"""Tokens as text that can be seen: a blank or the end of a line has a sign."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

_SIGNS = {" ": "␣", "\n": "↵", "\t": "⇥", "": "∅"}


def visible(word: str) -> str:
    """What stands for a token on the screen."""
    return _SIGNS.get(word, word.replace("\n", "↵").replace("\t", "⇥"))


def words_of(tokens: np.ndarray, vocabulary: Sequence[str]) -> tuple[str, ...]:
    """The words of tokens, one after the other; "?" for a number that is none of them."""
    found = []
    for token in np.asarray(tokens, dtype=np.float64).reshape(-1):
        known = np.isfinite(token) and 0 <= token < len(vocabulary)
        found.append(visible(vocabulary[int(token)]) if known else "?")
    return tuple(found)
