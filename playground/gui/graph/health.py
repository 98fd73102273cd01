"""Whether a block's numbers look healthy, in one colour and one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import numpy as np

from playground.i18n import tr
from playground.train.health import Finding

Health = Literal["", "good", "warning", "bad"]


def health_of(values: np.ndarray | None, gradient: float | None) -> tuple[Health, str]:
    """Judge a block by its output for one sample and by its gradient.

    Parameters
    ----------
    values : np.ndarray or None
        The output; None when it was not measured.
    gradient : float or None
        Length of the gradient of the last step; None without one.

    Returns
    -------
    tuple
        A token of the theme ("" when nothing is known), and the reason in the user's language.
    """
    if values is None and gradient is None:
        return "", ""
    if values is not None and not np.isfinite(values).all():
        return "bad", tr("The output holds numbers that are infinite or not a number (NaN).")
    if gradient is not None and not np.isfinite(gradient):
        return "bad", tr("The gradient is infinite or not a number (NaN): it cannot learn.")
    if gradient == 0.0:
        return "warning", tr("The gradient was exactly 0 in the last step: it learned nothing.")
    if values is not None and values.size > 1 and not values.any():
        return "warning", tr("Every number of the output is 0 for this sample.")
    return "good", ""


def with_finding(health: Health, reason: str, finding: Finding | None) -> tuple[Health, str]:
    """What the training doctor says of the block, unless its numbers already say worse."""
    if finding is None or (health == "bad" and finding.severity != "error"):
        return health, reason
    return "bad" if finding.severity == "error" else "warning", finding.message


def worst(judged: Iterable[tuple[Health, str]]) -> tuple[Health, str]:
    """The worst of what was said of several blocks; nothing of none."""
    order: tuple[Health, ...] = ("", "good", "warning", "bad")
    return max(judged, key=lambda one: order.index(one[0]), default=("", ""))


def short(gradient: float) -> str:
    """A gradient's length in the few characters a card has: `2e-2`."""
    if not np.isfinite(gradient):
        return "NaN"
    digits, _, power = f"{gradient:.0e}".partition("e")
    return f"{digits}e{int(power)}" if gradient else "0"
