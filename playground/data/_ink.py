"""From the strokes of a pen to a picture as a dataset has it. Pure numpy.

Strokes are lines through points of a square of side 1, x to the right and y down. They become ink
from 0 to 1 as the data says of itself (`Images.levels`, `Images.fills`): `digits` was made from
bitmaps of 32 x 32 by counting the black ones among 4 x 4, which is done here in the same way.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

Stroke = Sequence[tuple[float, float]]

FINE = 4  # bitmap cells along a pixel
_MOST = 1024  # cells along a side of the bitmap
PEN = 0.09  # radius of the pen, of the side of the picture


def rasterise(
    strokes: Sequence[Stroke], height: int, width: int, pen: float, levels: int
) -> np.ndarray:
    """Ink in each pixel, float32 (height, width), in whole steps of 1 / levels.

    Parameters
    ----------
    strokes : sequence of strokes
        In a square of side 1 that covers the picture, whatever its sides.
    pen : float
        Radius of the pen, of the side of the square.
    levels : int
        The data counts ink in so many steps.
    """
    fine = max(1, min(FINE, _MOST // max(height, width)))
    rows = (np.arange(height * fine) + 0.5) / (height * fine)
    columns = (np.arange(width * fine) + 0.5) / (width * fine)
    black = np.zeros((height * fine, width * fine), dtype=bool)
    for stroke in strokes:
        points = np.asarray(stroke, dtype=np.float64).reshape(-1, 2)
        ends = points[1:] if len(points) > 1 else points
        for start, end in zip(points, ends, strict=False):
            _draw(black, rows, columns, start, end, pen)
    share = black.reshape(height, fine, width, fine).mean(axis=(1, 3))
    ink: np.ndarray = (np.round(share * levels) / levels).astype(np.float32)
    return ink


def _draw(
    black: np.ndarray,
    rows: np.ndarray,
    columns: np.ndarray,
    start: np.ndarray,
    end: np.ndarray,
    pen: float,
) -> None:
    """Blacken what lies within the pen's radius of a line; only its surroundings are looked at."""
    low, high = np.minimum(start, end) - pen, np.maximum(start, end) + pen
    x = slice(*np.searchsorted(columns, (low[0], high[0])))
    y = slice(*np.searchsorted(rows, (low[1], high[1])))
    dx, dy = end - start
    to_x, to_y = columns[None, x] - start[0], rows[y, None] - start[1]
    length = dx * dx + dy * dy
    along = np.clip((to_x * dx + to_y * dy) / length, 0, 1) if length else 0.0
    black[y, x] |= (to_x - along * dx) ** 2 + (to_y - along * dy) ** 2 <= pen * pen


def fitted(strokes: Sequence[Stroke], fills: float, pen: float) -> list[Stroke]:
    """The strokes moved to the middle and scaled, without distortion, until they fill the picture.

    Parameters
    ----------
    strokes : sequence of strokes
    fills : float
        Part of the side that the ink takes, as in the data.
    pen : float
        Radius of the pen, which stays as it is.
    """
    points = [np.asarray(stroke, dtype=np.float64).reshape(-1, 2) for stroke in strokes if stroke]
    if not points:
        return []
    everything = np.concatenate(points)
    low, high = everything.min(axis=0), everything.max(axis=0)
    extent = float((high - low).max())
    scale = max(fills - 2 * pen, 0.0) / extent if extent > 0.02 else 1.0  # a dot stays a dot
    middle = (low + high) / 2
    return [[(float(x), float(y)) for x, y in (p - middle) * scale + 0.5] for p in points]
