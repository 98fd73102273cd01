"""Numbers as the doctor writes them."""

from __future__ import annotations

import math


def number(value: float) -> str:
    """Three digits at most: `0.031`, `12`, `3e-09`, `1.2e+05`."""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "∞"
    return f"{value:.2g}" if value < 0.001 or value >= 10_000 else f"{value:.3g}"


def percent(value: float) -> str:
    """A share: `62 %`, `0.3 %`."""
    points = 100 * value
    return f"{points:.0f} %" if points >= 10 or points == 0 else f"{points:.2g} %"
