"""Many small pictures that are copied from one sheet: dots above all, instead of drawn.

Qt's painter outlines a round point, fills it and smooths its edge: 300 of them take 0.9 ms, and as
many copies of a small picture 0.06 ms (software painter). The picture is there once for each
quarter of a px, so that a dot lies within an eighth of a px of its place.
"""

from __future__ import annotations

import math

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPixmapCache, QTransform
from shiboken6 import Shiboken

PHASES = 4  # of a px, each way
FAR = 1e4  # px; what is painted lies closer
_FIELDS = 10  # of QPainter.PixmapFragment
_X, _LEFT, _WIDTH, _SCALE, _OPACITY = slice(0, 2), slice(2, 4), slice(4, 6), slice(6, 8), 9


def stamp(painter: QPainter, spots: np.ndarray, colour: QColor, size: float) -> None:
    """Paint a dot at each place.

    Parameters
    ----------
    painter : QPainter
        Its world transform does not count.
    spots : np.ndarray, shape (N, 2)
        Px of the widget. What is not finite, or far off, is left out.
    colour : QColor
    size : float
        Px across.
    """
    with np.errstate(invalid="ignore"):
        near = (np.abs(spots) < FAR).all(axis=1)
    spots = np.asarray(spots if near.all() else spots[near], dtype=np.float64)
    if not len(spots):
        return
    ratio = painter.device().devicePixelRatioF()
    cell = 2 * math.ceil(size * ratio / 2 + 1)  # even: its middle is a corner of four px
    whole = np.floor(spots * ratio)
    phases = np.floor((spots * ratio - whole) * PHASES)
    kept = painter.worldTransform()
    painter.setWorldTransform(QTransform())
    paste(painter, _sheet(colour, size * ratio, cell), cell, phases, whole)
    painter.setWorldTransform(kept)


def paste(
    painter: QPainter, sheet: QPixmap, cell: int, cells: np.ndarray, middles: np.ndarray
) -> None:
    """Copy square cells of a sheet to where they belong, one after the other.

    Parameters
    ----------
    painter : QPainter
        Without a transform.
    sheet : QPixmap
        In px of the device.
    cell : int
        Px of the device that a cell is wide and high, even.
    cells : np.ndarray, shape (N, 2)
        Column and row of each cell in the sheet.
    middles : np.ndarray, shape (N, 2)
        Whole px of the device where the middle of each goes.
    """
    ratio = painter.device().devicePixelRatioF()
    parts = np.zeros((len(cells), _FIELDS))
    parts[:, _X] = middles / ratio
    parts[:, _LEFT] = cell * cells
    parts[:, _WIDTH] = cell
    parts[:, _SCALE] = 1 / ratio
    parts[:, _OPACITY] = 1.0
    first = Shiboken.wrapInstance(parts.ctypes.data, QPainter.PixmapFragment)
    painter.drawPixmapFragments(first, len(parts), sheet)


def _sheet(colour: QColor, size: float, cell: int) -> QPixmap:
    """The dot at each of its places within a px, in cells one beside the other."""
    key = f"dot {colour.rgba():08x} {size:g}"
    found: QPixmap | None = QPixmapCache.find(key)
    if found is None:
        found = QPixmap(PHASES * cell, PHASES * cell)
        found.fill(Qt.GlobalColor.transparent)
        painter = QPainter(found)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour, size, c=Qt.PenCapStyle.RoundCap))
        middle, step = cell / 2 + 0.5 / PHASES, cell + 1 / PHASES
        for row in range(PHASES):
            for column in range(PHASES):
                painter.drawPoint(QPointF(middle + column * step, middle + row * step))
        painter.end()
        QPixmapCache.insert(key, found)
    return found
