"""Where the mouse works: presses become gestures, drops become blocks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHideEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QWidget

from playground.document.model import Document
from playground.gui.context import Context
from playground.gui.graph import far
from playground.gui.graph.arranger import Arranger
from playground.gui.graph.camera import Camera
from playground.gui.graph.detours import Detours
from playground.gui.graph.editor import Editor
from playground.gui.graph.gestures.band import Band
from playground.gui.graph.gestures.base import Gesture, Mouse
from playground.gui.graph.gestures.connect import Connect
from playground.gui.graph.gestures.cut import Cut
from playground.gui.graph.gestures.drop import Drop
from playground.gui.graph.gestures.move import Move
from playground.gui.graph.gestures.move_frame import MoveFrame
from playground.gui.graph.gestures.move_note import MoveNote
from playground.gui.graph.gestures.pan import Pan
from playground.gui.graph.gestures.resize_note import ResizeNote, resize_cursor
from playground.gui.graph.gestures.unfold import Unfold
from playground.gui.graph.gestures.wire_select import SelectWire
from playground.gui.graph.glide import Glide
from playground.gui.graph.habits import Habits
from playground.gui.graph.scene import GraphScene
from playground.gui.graph.spacer import Spacer

# in this order the gestures are asked whether a press is theirs
GESTURES: tuple[type[Gesture], ...] = (
    Pan,
    Cut,
    Unfold,
    Connect,
    Move,
    SelectWire,
    ResizeNote,
    MoveNote,
    MoveFrame,
    Band,
)


class Stage(Camera):
    """Abstract: a view on the scene of a document that runs one gesture at a time."""

    menu_requested = Signal(str, QPoint)  # "block", "wire", "note" or "canvas", place of the screen
    hovered = Signal(object)  # the pointer's place in the scene; None: it left, or drags

    def __init__(self, context: Context, parent: QWidget | None) -> None:
        self.canvas = GraphScene(context)
        super().__init__(context, self.canvas, parent)
        self.canvas.setParent(self)
        self.habits = Habits(context.settings, self)
        self.editor = Editor(context, Spacer(self), self.habits)
        self.glide = Glide(self)
        self.arranger = Arranger(self)
        self.detours = Detours(self)
        self.space_held = False
        self.space_used = False  # a drag took place while Space was held
        self._gesture: Gesture | None = None
        self._drop = Drop(self)
        context.document.changed.connect(self._on_document)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)

    def place_block(self, key: str, params: dict[str, Any] | None = None) -> None:
        """Insert a block after the selected card, or put it in the middle of what is seen."""
        before = self.context.selection.node
        if before:
            self.editor.place_after(key, before, params)
        else:
            self.editor.place_freely(key, self.seen().center(), params)
        new = self.context.selection.node
        self.glide.afterwards(lambda: self.reveal(new))

    def reveal(self, id: str) -> None:
        """Bring a card into view: with all others where all were seen, else alone."""
        card = self.canvas.cards.get(id)
        if card is not None and not self.seen().contains(card.scene_card()):
            self.fit_all() if self.fitted else self.look_at(card.pos())

    def open_search(
        self,
        scene_pos: QPointF | None = None,
        keys: Sequence[str] | None = None,
        wired_to: tuple[str, str] | None = None,
    ) -> None:
        """Let the user choose a block that is placed here."""
        raise NotImplementedError

    def cursor_place(self) -> QPointF:
        """The mouse's place in the scene."""
        raise NotImplementedError

    def fit_all(self) -> None:
        """Show everything."""
        raise NotImplementedError

    def arrange(self) -> None:
        """Lay out the selected blocks, or all."""
        self.arranger.arrange()

    def say(self, text: str, spot: QPointF) -> None:
        """Say something at a point of the viewport while a gesture is there; "" ends it."""
        self.context.notices.point(text, self.viewport().mapToGlobal(spot.toPoint()))

    def refuse(self, text: str, spot: QPointF) -> None:
        """Say at a point of the viewport why what was tried there is not done."""
        self.context.notices.refuse(text, self.viewport().mapToGlobal(spot.toPoint()))

    @property
    def busy(self) -> bool:
        """Whether a gesture is in progress."""
        return self._gesture is not None

    def cancel_gesture(self) -> bool:
        """Drop the gesture in progress; False when there is none."""
        if self._gesture is None:
            return False
        gesture, self._gesture = self._gesture, None
        self.viewport().unsetCursor()
        gesture.cancel()
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        self.canvas.show_focus(False)
        if self._gesture is not None:
            return
        mouse = self._mouse(event)
        for gesture in GESTURES:
            self._gesture = gesture.begin(self, mouse)
            if self._gesture is not None:
                self.hovered.emit(None)
                if self._gesture.cursor is not None:
                    self.viewport().setCursor(self._gesture.cursor)
                return

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        mouse = self._mouse(event)
        if self._gesture is not None and not event.buttons() & self._gesture.first.button:
            self.cancel_gesture()  # the release went to somebody else
        elif self._gesture is not None:
            self._gesture.move(mouse)
        else:
            over_port = self.canvas.hover(mouse.pos)
            self.hovered.emit(mouse.pos)
            shape = Qt.CursorShape.CrossCursor if over_port else resize_cursor(self, mouse.pos)
            self.viewport().setCursor(shape)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self.underMouse():
            self.hovered.emit(None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._gesture is None or event.button() != self._gesture.first.button:
            return
        gesture, self._gesture = self._gesture, None
        self.viewport().unsetCursor()
        gesture.end(self._mouse(event))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.ask_menu(None)
        event.accept()  # the mouse asks when it lets go: it may have been a cut

    def ask_menu(self, mouse: Mouse | None) -> None:
        """Ask for the menu of what is under the mouse, which gets selected, or of the selection."""
        selection = self.context.selection
        if mouse is None:
            around = self.canvas.around(selection.nodes)
            place = self.seen().center() if around.isEmpty() else around.center()
            part = "block" if selection.nodes else "wire" if selection.wires else "canvas"
            note = bool(self.canvas.selected_notes() or self.canvas.frames.selected())
            spot = self.viewport().mapToGlobal(self.mapFromScene(place))
            self.menu_requested.emit("note" if note and part == "canvas" else part, spot)
            return
        part = self._select_for_menu(mouse.pos)
        self.menu_requested.emit(part, self.viewport().mapToGlobal(mouse.spot.toPoint()))

    def _select_for_menu(self, pos: QPointF) -> str:
        """Select what a right click is on, unless it is selected; say what it is."""
        canvas, selection = self.canvas, self.context.selection
        card, wire = canvas.card_at(pos), canvas.wire_at(pos)
        note, frame = canvas.note_at(pos), canvas.frame_at(pos)
        if card is not None:
            if card.facts.id not in selection.nodes:
                selection.set((card.facts.id,))
            return "block"
        if wire is not None:
            selection.set((), (wire.wire,))
            return "wire"
        selection.set()
        canvas.select_notes((note.note.id,) if note is not None else ())
        if note is None and frame is not None:
            canvas.frames.select((frame.group.id,))
        return "note" if note is not None or frame is not None else "canvas"

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._drop.accepts(event.mimeData()):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._drop.move(event.mimeData(), self.to_scene(event.position()))
        event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        self._drop.drop(event.mimeData(), self.to_scene(event.position()))
        event.acceptProposedAction()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        canvas = self.canvas
        far.paint(painter, canvas.look, canvas.cards.values(), canvas.wires())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._gesture is not None:
            self._gesture.paint(painter)

    def _on_document(self, old: Document, new: Document) -> None:
        """Undo, or another window part, changed it under the hand: the gesture knows it no more."""
        self.cancel_gesture()
        self._drop.leave()

    def _mouse(self, event: QMouseEvent) -> Mouse:
        spot = event.position()
        return Mouse(self.to_scene(spot), spot, event.button(), event.modifiers())
