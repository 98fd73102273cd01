"""A block dragged from the palette: it lands where it is dropped, or in the wire under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPointF

from playground.gui.graph.kinds import is_key
from playground.gui.graph.wire import WireItem

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage

MIME = "application/x-playground-block"


class Drop:
    """Follows a drag over the canvas: marks the wire that would take the block."""

    def __init__(self, view: Stage) -> None:
        self.view = view
        self._wire: WireItem | None = None

    def accepts(self, mime: QMimeData) -> bool:
        """Whether the dragged thing is a block that somebody registered."""
        return is_key(self.view.context.document.document, key_of(mime))

    def move(self, mime: QMimeData, pos: QPointF) -> None:
        """The drag is over a point of the scene."""
        item = self.view.canvas.wire_at(pos)
        if item is not None and not self.view.editor.takes(key_of(mime), item.wire):
            item = None
        if item is not self._wire:
            self.leave()
            self._wire = item
            if item is not None:
                item.set_state(marked=True)

    def leave(self) -> None:
        """The drag went away."""
        if self._wire is not None:
            self._wire.set_state(marked=False)
            self._wire = None

    def drop(self, mime: QMimeData, pos: QPointF) -> None:
        """Place the block."""
        item, key = self._wire, key_of(mime)
        self.leave()
        if item is not None:
            self.view.editor.place_on_wire(key, item.wire, (pos.x(), pos.y()))
        else:
            self.view.editor.place_freely(key, pos)


def key_of(mime: QMimeData) -> str:
    """Key of the dragged block, "" for anything else."""
    return bytes(mime.data(MIME).data()).decode("utf-8", "replace") if mime.hasFormat(MIME) else ""
