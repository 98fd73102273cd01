"""Fuzzy matching of a few typed letters with titles: for commands and blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def score(query: str, text: str) -> float | None:
    """How well `text` answers `query`; larger is better, None when letters are missing.

    All letters of the query must occur in order. Whole phrases beat word starts, word
    starts beat letters scattered over the text, and short texts beat long ones.
    """
    query, text = query.casefold().strip(), text.casefold()
    if not query:
        return 0.0
    at = text.find(query)
    if at >= 0:
        starts_word = at == 0 or not text[at - 1].isalnum()
        return 100.0 + 50.0 * starts_word - 0.1 * len(text) - 0.1 * at
    points, position = 0.0, -1
    for letter in query:
        if letter.isspace():
            continue
        found = text.find(letter, position + 1)
        if found < 0:
            return None
        starts_word = found == 0 or not text[found - 1].isalnum()
        points += 4.0 if starts_word else 2.0 if found == position + 1 else 0.5
        position = found
    return points - 0.1 * len(text)


def best(
    query: str,
    items: Iterable[T],
    words: Callable[[T], Iterable[str]],
    bonus: Callable[[T], float] = lambda item: 0.0,
) -> list[T]:
    """The items that match, best first; items that match equally well keep their order.

    Parameters
    ----------
    query : str
        What was typed.
    items : iterable
    words : callable
        What an item is found by; the best of them counts.
    bonus : callable, optional
        Points that an item has whatever was typed, see `score`.
    """
    ranked = []
    for item in items:
        scores = [s for s in (score(query, text) for text in words(item)) if s is not None]
        if scores:
            ranked.append((max(scores) + bonus(item), item))
    return [item for _, item in sorted(ranked, key=lambda pair: -pair[0])]
