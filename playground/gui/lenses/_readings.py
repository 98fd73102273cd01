"""What lenses made of tiles, curves and points claim to show; see `gui/truth.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import numpy as np
from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtWidgets import QWidget

from playground.gui.lenses._curve_axes import Axes
from playground.gui.lenses._pictures import Scale
from playground.gui.truth import Reading
from playground.gui.widgets.tiles import Tile, Tiles

Place = Callable[[int, int, int], tuple[str, tuple[int, ...]]]  # tile, row, column -> array, index


def of_tiles(view: QWidget, key: str, tiles: Tiles, scale: Scale, place: Place) -> list[Reading]:
    """Each cell of each tile that is painted."""
    found = []
    for number, (tile, rect) in enumerate(zip(tiles.tiles, tiles.rectangles(), strict=False)):
        for row, column, where in cells(tile, rect):
            tensor, index = place(number, row, column)
            found.append(
                Reading(
                    view=key,
                    where=where,
                    tensor=tensor,
                    index=index,
                    colour=colour_of(tile.rgba[row, column]),
                    scale=scale,
                )
            )
    return shifted(found, tiles, view)


def of_pictures(
    view: QWidget, key: str, tiles: Tiles, tensor: str, rows: Sequence[int | None], scale: Scale
) -> list[Reading]:
    """Samples as pictures: `rows` says which sample of the array each tile is, None for no claim.

    Pictures of three channels claim their red, green and blue; others a number of the scale.
    """
    found = []
    for tile, rect, sample in zip(tiles.tiles, tiles.rectangles(), rows, strict=False):
        for row, column, where in cells(tile, rect) if sample is not None else ():
            at = f't["{tensor}"][{sample}]'
            found.append(
                Reading(
                    view=key,
                    where=where,
                    formula=f"pixel({at}, {row}, {column})",
                    colour=colour_of(tile.rgba[row, column]),
                    scale=scale,
                )
            )
    return shifted(found, tiles, view)


def of_curve(
    key: str, name: str, x: np.ndarray, y: np.ndarray, axes: Axes, weight: float
) -> Iterator[Reading]:
    """Each point of a curve: its height is that of a row of the history, or of the moving mean."""
    steps, rows = f't["steps/{name}"]', f't["rows/{name}"]'
    place = steps
    if axes.over != "step":
        place = f'curve_over({steps}, t["steps/{axes.over}"], t["rows/{axes.over}"])'
    if axes.log_x:
        place = f"log10({place})"
    heights = f"moving_mean({rows}, {weight!r})" if weight else rows
    if axes.log_y:
        heights = f"log10({heights})"
    for number, (at, value) in enumerate(zip(x.tolist(), y.tolist(), strict=True)):
        if not np.isfinite(at):
            continue  # nowhere on this axis: not drawn
        row = f"nearest({place}, {at!r})"
        formula = f"{heights}[{row}]"
        yield Reading(view=key, where=number, formula=formula, value=value)


def of_points(
    key: str,
    x: np.ndarray,
    y: np.ndarray,
    formulas: tuple[str, str],
    rows: Sequence[int] | np.ndarray | None = None,
) -> list[Reading]:
    """Each point of a cloud: formulas with {i} for its number say where it should lie.

    `rows` are the numbers of the points that are drawn, where some are left out.
    """
    numbers = range(len(x)) if rows is None else [int(row) for row in rows]
    return [
        Reading(view=key, where=i, formula=formula.format(i=i), value=float(value))
        for formula, values in zip(formulas, (x, y), strict=True)
        for i, value in zip(numbers, values, strict=True)
    ]


def cells(tile: Tile, rect: QRectF) -> Iterator[tuple[int, int, QRect]]:
    """Row, column and place of each cell of a tile that is painted into a rectangle."""
    height, width = tile.rgba.shape[:2]
    w, h = rect.width() / width, rect.height() / height
    for row in range(height):
        for column in range(width):
            cell = QRectF(rect.left() + column * w, rect.top() + row * h, w, h)
            middle = cell.center().toPoint()
            yield row, column, QRect(middle, middle)


def colour_of(rgba: np.ndarray) -> tuple[int, ...]:
    """Red, green, blue; () for what is transparent, so hatched."""
    return tuple(int(c) for c in rgba[:3]) if rgba[3] else ()


def shifted(readings: Sequence[Reading], part: QWidget, view: QWidget) -> list[Reading]:
    """Readings in px of a part of a view as readings in px of the view."""
    by = part.mapTo(view, QPoint(0, 0))
    return [
        replace(r, where=r.where.translated(by)) if isinstance(r.where, QRect) else r
        for r in readings
    ]
