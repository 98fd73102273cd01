"""Left press on the right or lower edge of a note: dragging resizes it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from PySide6.QtCore import QPointF, Qt

from playground.gui.graph import placing
from playground.gui.graph.gestures.base import Gesture, Mouse
from playground.gui.graph.note import MIN_SIZE, NoteItem
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.stage import Stage

_REACH = 8.0  # px of the screen from an edge that count as on it
_STEP = 4  # px


class ResizeNote(Gesture):
    """An edge or the corner follows the mouse; a note never gets smaller than its text needs."""

    def __init__(self, view: Stage, mouse: Mouse, item: NoteItem, sides: tuple[bool, bool]) -> None:
        super().__init__(view, mouse)
        self._item, self._sides = item, sides
        self._note = item.note
        self._before = item.rect()  # as high as the text, which may be more than the note says
        view.context.selection.set()
        view.canvas.select_notes((item.note.id,))
        self.cursor = _shape(sides)

    @classmethod
    def begin(cls, view: Stage, mouse: Mouse) -> Self | None:
        if mouse.button != Qt.MouseButton.LeftButton:
            return None
        item = view.canvas.note_at(mouse.pos)
        sides = _sides(view, item, mouse.pos)
        return cls(view, mouse, item, sides) if item is not None and any(sides) else None

    def move(self, mouse: Mouse) -> None:
        self._item.set_note(self._note.model_copy(update={"size": self._size(mouse)}))

    def end(self, mouse: Mouse) -> None:
        id, size = self._note.id, self._size(mouse)
        self.cancel()
        self.view.context.document.push(
            tr("Resize note"), lambda document: placing.set_note(document, id, size=size)
        )

    def cancel(self) -> None:
        self._item.set_note(self._note)

    def _size(self, mouse: Mouse) -> tuple[float, float]:
        shift = mouse.pos - self.first.pos
        width, height = self._before.width() + shift.x(), self._before.height() + shift.y()
        return (
            _whole(width, MIN_SIZE[0]) if self._sides[0] else self._note.size[0],
            _whole(height, MIN_SIZE[1]) if self._sides[1] else self._note.size[1],
        )


def resize_cursor(view: Stage, pos: QPointF) -> Qt.CursorShape:
    """The shape of the mouse at a point where it would resize a note; else an arrow."""
    if view.canvas.card_at(pos) is not None:
        return Qt.CursorShape.ArrowCursor
    return _shape(_sides(view, view.canvas.note_at(pos), pos))


def _sides(view: Stage, item: NoteItem | None, pos: QPointF) -> tuple[bool, bool]:
    """Whether a point lies on the right and on the lower edge of a note."""
    if item is None:
        return (False, False)
    rect, reach = item.rect().translated(item.pos()), _REACH / view.zoom
    reach = min(reach, rect.width() / 4, rect.height() / 4)
    return (rect.right() - pos.x() <= reach, rect.bottom() - pos.y() <= reach)


def _shape(sides: tuple[bool, bool]) -> Qt.CursorShape:
    return {
        (True, True): Qt.CursorShape.SizeFDiagCursor,
        (True, False): Qt.CursorShape.SizeHorCursor,
        (False, True): Qt.CursorShape.SizeVerCursor,
    }.get(sides, Qt.CursorShape.ArrowCursor)


def _whole(length: float, least: float) -> float:
    return max(least, round(length / _STEP) * _STEP)
