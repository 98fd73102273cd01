"""How numbers are written, so that live values keep their width and can be read."""

from __future__ import annotations

import math


def plain(value: float) -> str:
    """A parameter's value as short as it can be without loss: 0.003, 1e-05, 32."""
    if isinstance(value, int):
        return str(value)
    text = f"{value:.10g}"
    return text if text != "-0" else "0"


def measured(value: float) -> str:
    """A live measurement with about four digits: 0.0875, 12.31, 3.2e-07."""
    if not math.isfinite(value):
        return "NaN" if math.isnan(value) else "∞" if value > 0 else "−∞"
    size = abs(value)
    if size >= 1e5 or 0 < size < 1e-4:
        return f"{value:.2e}"
    digits = 4 if size < 10 else 2 if size < 1000 else 0
    return f"{value:,.{digits}f}"


def percent(share: float) -> str:
    """A share as a percentage with one decimal: 95.2%."""
    return f"{100 * share:.1f}%" if math.isfinite(share) else "NaN"


def whole(value: float) -> str:
    """A count with thousands separators: 1,184."""
    return f"{value:,.0f}" if math.isfinite(value) else "–"


def short(value: float, unit: str = "") -> str:
    """A size with a metric prefix: 46 k, 3.2 M; the unit is added to the prefix (46 kFLOP)."""
    for factor, prefix in ((1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")):
        if value >= factor:
            scaled = value / factor
            return f"{scaled:.{0 if scaled >= 10 else 1}f} {prefix}{unit}"
    return f"{value:.0f} {unit}".rstrip()
