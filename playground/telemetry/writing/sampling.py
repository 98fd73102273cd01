"""From scores of all tokens to the chances with which one is drawn. numpy only."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Choice:
    """How the next token is drawn.

    Parameters
    ----------
    temperature : float
        Scores are divided by it: below 1 likely tokens become likelier, above 1 all become alike; 0
        takes the likeliest.
    top_k : int
        Only so many of the likeliest tokens can be drawn; 0 means all.
    top_p : float
        Of these only the likeliest that together have this probability, at least one; 1 means all.
        Source: Holtzman et al. 2019, The curious case of neural text degeneration, arXiv:1904.09751
    """

    temperature: float = 1.0
    top_k: int = 0
    top_p: float = 1.0

    def __post_init__(self) -> None:
        if not (self.temperature >= 0 and self.top_k >= 0 and 0 < self.top_p <= 1):
            raise ValueError(f"{self}: temperature, top_k from 0 on, top_p above 0 up to 1")


def chances(logits: np.ndarray, choice: Choice) -> np.ndarray:
    """The probability with which each token is drawn.

    Parameters
    ----------
    logits : np.ndarray, shape (V,)
        Scores as the network gives them.
    choice : Choice
        Temperature first, then top_k, then top_p. Of equal scores the first tokens are kept.

    Returns
    -------
    np.ndarray, shape (V,)
        float64, sums to 1.
    """
    scores = np.asarray(logits, dtype=np.float64)
    if choice.temperature == 0:
        sure = np.zeros(len(scores))
        sure[int(scores.argmax())] = 1.0
        return sure
    found: np.ndarray = np.exp((scores - scores.max()) / choice.temperature)
    found /= found.sum()
    if 0 < choice.top_k < len(found) or choice.top_p < 1.0:
        order = np.argsort(-scores, kind="stable")
        kept = order[: choice.top_k or None]
        within = np.cumsum(found[kept] / found[kept].sum())
        kept = kept[: int(np.searchsorted(within, choice.top_p)) + 1]
        some = np.zeros_like(found)
        some[kept] = found[kept]
        found = some / some.sum()
    return found


def draw(logits: np.ndarray, choice: Choice, rng: np.random.Generator) -> int:
    """One token; a single random number is used up, whatever the choice."""
    luck = rng.random()
    if choice.temperature == 0:
        return int(np.argmax(logits))
    heaped = np.cumsum(chances(logits, choice))
    return int(min(np.searchsorted(heaped, luck * heaped[-1], side="right"), len(heaped) - 1))
