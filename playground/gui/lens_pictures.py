"""A picture of one view: to a file or to the clipboard."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QSize
from PySide6.QtGui import QImage, QPainter, Qt
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QFileDialog, QWidget

from playground.document.whole_file import replace_file
from playground.errors import PlaygroundError, SaveError
from playground.gui.clipboard import put_picture
from playground.gui.context import Notices
from playground.i18n import reason_of, tr

SCALE = 3  # px of a PNG a px of the screen: sharp in print


def png_image(view: QWidget, scale: float = SCALE) -> QImage:
    """What the view shows, drawn again with more pixels."""
    image = QImage(view.size() * scale, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(scale)
    image.fill(Qt.GlobalColor.transparent)
    view.render(image)
    return image


def svg_bytes(view: QWidget, title: str = "") -> bytes:
    """What the view shows as lines and letters; pictures in it stay pictures."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    size: QSize = view.size()
    generator.setSize(size)
    generator.setViewBox(view.rect())
    generator.setResolution(view.logicalDpiX())
    generator.setTitle(title)
    painter = QPainter(generator)
    view.render(painter, QPoint(0, 0))
    painter.end()
    return bytes(buffer.data())


def save_view(view: QWidget, path: Path, title: str = "") -> None:
    """Write a picture of a view; the suffix says as what: .png or .svg.

    Raises
    ------
    SaveError
        Another suffix, or the file cannot be written.
    """
    suffix = path.suffix.lower()
    if suffix == ".svg":
        data = svg_bytes(view, title)
    elif suffix == ".png":
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        png_image(view).save(buffer, "PNG")
        data = bytes(buffer.data())
    else:
        raise SaveError(
            tr("{name} has an ending that is no kind of picture.", name=path.name),
            hint=tr("Choose one of .png and .svg."),
        )
    try:
        replace_file(Path(os.path.realpath(path)), data)
    except OSError as error:
        reason = reason_of(error)
        raise SaveError(
            tr("{name} could not be written: {reason}.", name=path.name, reason=reason)
        ) from error


def ask_save_view(view: QWidget, title: str, folder: Path, notices: Notices) -> bool:
    """Let the user choose a file for a picture of a view."""
    stem = "".join(c if c.isalnum() else "-" for c in title.casefold()).strip("-")
    chosen, _ = QFileDialog.getSaveFileName(
        view.window(), tr("Save picture"), str(folder / f"{stem}.png"), tr("Pictures (*.png *.svg)")
    )
    if not chosen:
        return False
    target = Path(chosen)
    target = target if target.suffix else target.with_suffix(".png")
    try:
        save_view(view, target, title)
    except PlaygroundError as error:
        notices.post(str(error), "error")
        return False
    notices.post(tr("Saved {name}.", name=target.name))
    return True


def copy_view(view: QWidget, notices: Notices) -> None:
    """Put a picture of a view on the clipboard, as pixels and as SVG."""
    put_picture(png_image(view), svg_bytes(view))
    notices.post(tr("The picture is on the clipboard."))
