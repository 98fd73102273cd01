"""How the learning rate changes over a run: closed formulas of the step.

A closed formula knows the rate of any step at once, so a run can be rewound or its rate changed by
hand.
"""

from __future__ import annotations

import math
from collections.abc import Callable

Schedule = Callable[[int], float]  # step (from 0) -> factor on the learning rate


def constant(step: int) -> float:
    """The same learning rate all the time."""
    return 1.0


def step_decay(step_size: int, gamma: float) -> Schedule:
    """Multiply by `gamma` after every `step_size` steps. As torch's StepLR."""
    return lambda step: gamma ** (step // step_size)


def cosine(total: int, floor: float = 0.0) -> Schedule:
    """Fall along half a cosine from 1 to `floor` within `total` steps, then stay there.

    As torch's CosineAnnealingLR. Source: Loshchilov and Hutter 2016, arXiv:1608.03983.
    """

    def factor(step: int) -> float:
        return floor + (1.0 - floor) * (1.0 + math.cos(math.pi * min(step, total) / total)) / 2.0

    return factor


def one_cycle(
    total: int, warmup: float = 0.3, start: float = 1 / 25, end: float = 1 / 25e4
) -> Schedule:
    """Rise along a cosine from `start` to 1, then fall to `end` at the last step.

    As torch's OneCycleLR with its defaults; the learning rate is the peak.
    Source: Smith and Topin 2017, arXiv:1708.07120.

    Parameters
    ----------
    total : int
        Steps of the whole cycle, at least 1.
    warmup : float
        Part of the steps in which the rate rises, between 0 and 1.
    start, end : float
        First and last factor.
    """
    peak, last = warmup * total - 1.0, max(total - 1.0, 1.0)

    def factor(step: int) -> float:
        at = min(float(step), last)
        if at <= peak:
            return _glide(start, 1.0, at / peak if peak > 0 else 1.0)
        return _glide(1.0, end, (at - max(peak, 0.0)) / max(last - max(peak, 0.0), 1e-9))

    return factor


def warmup(steps: int) -> Schedule:
    """Rise in a straight line from near 0 to 1 within `steps` steps, then stay at 1."""
    return lambda step: min(1.0, (step + 1) / max(steps, 1))


def warmup_cosine(steps: int, total: int, floor: float = 0.1) -> Schedule:
    """Rise in a straight line to 1 within `steps` steps, then fall along half a cosine to `floor`.

    The end of the fall is step `total`. Source: Brown et al. 2020, arXiv:2005.14165, appendix B.
    """
    rise, fall = warmup(steps), cosine(max(total - steps, 1), floor)
    return lambda step: rise(step) if step < steps else fall(step - steps)


def _glide(a: float, b: float, part: float) -> float:
    return b + (a - b) / 2.0 * (1.0 + math.cos(math.pi * part))
