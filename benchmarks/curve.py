"""What drawing a curve costs, however long it is: `playground bench curve --json`.

"ratio" is the time to get the points of a curve of 10^7 steps against one of 10^4, wanted up to
1.5: both have as many points. "points" is how many are drawn; "peak_kept" whether a single peak in
the middle is one of them.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from statistics import median
from typing import Any

from playground.telemetry.history import Curve

SHORT, LONG = 10**4, 10**7
PEAK, TURNS = 99.0, 200


def cases() -> Iterator[dict[str, Any]]:
    """Some seconds: ten million rows are appended."""
    short, long = filled(SHORT), filled(LONG)
    times: dict[int, list[float]] = {SHORT: [], LONG: []}
    for _ in range(TURNS):  # in turns, so that a busy machine slows both
        for steps, curve in ((SHORT, short), (LONG, long)):
            start = time.perf_counter()
            curve.points()
            times[steps].append(time.perf_counter() - start)
    yield {
        "case": f"{LONG} steps against {SHORT}",
        "ratio": round(median(times[LONG]) / median(times[SHORT]), 2),
        "ms": round(1e3 * median(times[LONG]), 3),
        "points": len(long.points()[0]),
        "peak_kept": bool(long.points()[1].max() == PEAK),
        "wanted": 1.5,
    }


def filled(steps: int) -> Curve:
    """A curve with one peak in the middle."""
    curve = Curve()
    for step in range(1, steps + 1):
        curve.append(step, PEAK if step == steps // 2 else 1.0 / step)
    return curve
