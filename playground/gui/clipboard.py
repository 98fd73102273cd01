"""Pictures on the system's clipboard in two forms, safely until the very end of the program."""

from __future__ import annotations

import atexit

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

SVG = "image/svg+xml"


def put_picture(image: QImage, svg: bytes) -> None:
    """Offer a picture to other programs: drawing programs take the SVG, all others the pixels."""
    mime = QMimeData()
    mime.setImageData(image)
    mime.setData(SVG, svg)
    QApplication.clipboard().setMimeData(mime)
    atexit.unregister(_leave_pixels)
    atexit.register(_leave_pixels)


def _leave_pixels() -> None:
    """Qt's clipboard outlives Python, so nothing that was made in Python may stay on it.

    Otherwise the program crashes after its last line. The pixels stay, in an object of Qt's own.
    """
    if QApplication.instance() is not None:
        clipboard = QApplication.clipboard()
        if clipboard.ownsClipboard() and clipboard.mimeData().hasFormat(SVG):
            clipboard.setImage(clipboard.image())
