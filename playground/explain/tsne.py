"""t-SNE: a map in which neighbours stay neighbours. Exact, for some hundred samples. numpy only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

EARLY = 250  # iterations in which neighbours attract each other more, so that groups form
EXAGGERATION = 12.0
ITERATIONS = 750
_TINY = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Layout:
    """The map after some iterations.

    Parameters
    ----------
    iteration : int
    points : np.ndarray, shape (N, 2)
    divergence : float
        Kullback-Leibler divergence of the map's neighbourhoods from the true ones, in nats.
    """

    iteration: int
    points: np.ndarray
    divergence: float


def distances(x: np.ndarray) -> np.ndarray:
    """Squared distances (N, N) of points (N, D)."""
    squares = (x**2).sum(1)
    found = squares[:, None] + squares[None] - 2.0 * (x @ x.T)
    np.fill_diagonal(found, 0.0)
    squared: np.ndarray = np.maximum(found, 0.0)
    return squared


def neighbourhoods(x: np.ndarray, perplexity: float) -> np.ndarray:
    """How likely two samples are neighbours, (N, N), symmetric, sums to 1.

    Every sample has a Gaussian of its own, as wide as it must be to have `perplexity` neighbours.
    """
    squared = distances(x)
    count = len(x)
    squared /= max(float(squared.mean()), _TINY)  # scale is nothing to it: only widths change
    others = ~np.eye(count, dtype=bool)
    low, high = np.zeros(count), np.full(count, np.inf)
    precision = np.ones(count)
    wanted = np.log(perplexity)
    for _ in range(64):
        near = np.where(others, np.exp(-squared * precision[:, None]), 0.0)
        total = np.maximum(near.sum(1), _TINY)
        entropy = np.log(total) + precision * (squared * near).sum(1) / total
        wide = entropy > wanted
        low, high = np.where(wide, precision, low), np.where(wide, high, precision)
        precision = np.where(np.isinf(high), precision * 2.0, (low + high) / 2.0)
    conditional = near / total[:, None]
    joint: np.ndarray = conditional + conditional.T
    joint /= max(float(joint.sum()), _TINY)
    return joint


def step_of(points: np.ndarray, joint: np.ndarray) -> tuple[np.ndarray, float]:
    """Gradient (N, 2) of the divergence by the points, and the divergence."""
    near = 1.0 / (1.0 + distances(points))
    np.fill_diagonal(near, 0.0)
    q = np.maximum(near / near.sum(), _TINY)
    pull = (joint - q) * near
    gradient = 4.0 * (pull.sum(1)[:, None] * points - pull @ points)
    divergence = float((joint * np.log(np.maximum(joint, _TINY) / q)).sum())
    return gradient, divergence


def _rate(count: int) -> float:
    """Length of a step for this many samples.

    Scikit-learn's, but never above N / `EXAGGERATION`: with fewer than 600 samples its 50 throws
    the early map apart instead of drawing it together (the divergence rises), and samples that
    rounding happened to throw among another group stay there for hundreds of iterations.

    Source: Linderman & Steinerberger 2019, Clustering with t-SNE, provably, SIAM J. Math. Data
    Sci. 1: groups contract when step times exaggeration grows no faster than N.
    """
    return min(count / EXAGGERATION, max(count / EXAGGERATION / 4.0, 50.0))


def tsne(x: np.ndarray, perplexity: float = 30.0, iterations: int = ITERATIONS) -> Iterator[Layout]:
    """Lay samples out in the plane, one iteration at a time; stop asking to cancel it.

    Parameters
    ----------
    x : np.ndarray, shape (N, D)
        Finite; its first two columns, such as principal components, are where the map begins.
    perplexity : float
        Neighbours of a sample, about; less than N / 3.
    iterations : int
        How many maps to give.

    Notes
    -----
    Source: van der Maaten & Hinton 2008, Visualizing Data using t-SNE, JMLR 9.
    """
    count = len(x)
    if count < 4:
        yield Layout(iterations, x[:, :2].astype(float), 0.0)
        return
    joint = neighbourhoods(x.astype(float), min(perplexity, (count - 1) / 3))
    points = x[:, :2].astype(float)
    points = 1e-4 * points / max(float(points[:, 0].std()), _TINY)
    speed, gains = np.zeros_like(points), np.ones_like(points)
    rate = _rate(count)
    for iteration in range(1, iterations + 1):
        early = iteration <= EARLY
        gradient, divergence = step_of(points, joint * EXAGGERATION if early else joint)
        turned = speed * gradient > 0  # the speed still points uphill
        gains = np.maximum(np.where(turned, gains * 0.8, gains + 0.2), 0.01)
        speed = (0.5 if early else 0.8) * speed - rate * gains * gradient
        points = points + speed
        points = points - points.mean(0)
        yield Layout(iteration, points, divergence)
