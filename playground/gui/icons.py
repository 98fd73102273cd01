"""Our own SVG icons, drawn in a colour of the theme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from playground.resources import assets_dir


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int) -> QPixmap:
    """One icon at one size in pixels; its `currentColor` becomes `colour`."""
    svg = (assets_dir() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    picture = QPixmap(size, size)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode())).render(
        painter, QRectF(0, 0, size, size)
    )
    painter.end()
    return picture


def icon(name: str, colour: str, disabled: str = "") -> QIcon:
    """An icon for ordinary and dense screens, with another colour while it is disabled."""
    made = QIcon()
    for size in (16, 24, 32, 48):
        made.addPixmap(pixmap(name, colour, size))
        if disabled:
            made.addPixmap(pixmap(name, disabled, size), QIcon.Mode.Disabled)
    return made
