"""The graph canvas: the network as cards and wires."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPolygonF,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from playground.gui.context import Context
from playground.gui.graph.editor import Editor
from playground.gui.graph.gestures.band import Band
from playground.gui.graph.gestures.base import Gesture, Mouse
from playground.gui.graph.gestures.connect import Connect
from playground.gui.graph.gestures.cut import Cut
from playground.gui.graph.gestures.move import Move
from playground.gui.graph.gestures.move_note import MoveNote
from playground.gui.graph.gestures.pan import Pan
from playground.gui.graph.gestures.wire_select import SelectWire
from playground.gui.graph.header import Header
from playground.gui.graph.minimap import Minimap
from playground.gui.graph.scene import GraphScene
from playground.gui.graph.style import GRID
from playground.i18n import tr

# in this order the gestures are asked whether a press is theirs
GESTURES: tuple[type[Gesture], ...] = (Pan, Cut, Connect, Move, SelectWire, MoveNote, Band)

_FAR = 1e6  # px; nobody scrolls beyond
_MIN_ZOOM, _MAX_ZOOM = 0.05, 4.0
_MARGIN = 16  # px between overlays and the edge


class GraphView(QGraphicsView):
    """Shows the document and turns mouse and keyboard into edits."""

    presets_requested = Signal()  # the empty canvas offers them
    looked = Signal()  # another part is seen
    zoomed = Signal(float)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.canvas = GraphScene(context, self)
        self.editor = Editor(context)
        self.space_held = False
        self.space_used = False  # a drag took place while Space was held
        self._gesture: Gesture | None = None
        self.setScene(self.canvas)
        self.setSceneRect(-_FAR, -_FAR, 2 * _FAR, 2 * _FAR)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.header = Header(context, self)
        self.minimap = Minimap(self)
        context.document.loaded.connect(self.fit_all)
        context.theme.changed.connect(self.viewport().update)
        self._fitted = False

    # -- what is seen ------------------------------------------------------------------------

    def seen(self) -> QRectF:
        """The part of the scene that is seen."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    @property
    def zoom(self) -> float:
        """Screen px a scene px."""
        return self.transform().m11()

    def zoom_by(self, factor: float, spot: QPointF | None = None) -> None:
        """Zoom while the point under `spot` (viewport px; the middle unless given) stays."""
        target = min(max(self.zoom * factor, _MIN_ZOOM), _MAX_ZOOM)
        spot = spot if spot is not None else QPointF(self.viewport().rect().center())
        before = self.mapToScene(spot.toPoint())
        self.scale(target / self.zoom, target / self.zoom)
        self.scroll_by(QPointF(self.mapFromScene(before)) - QPointF(spot.toPoint()))
        self.zoomed.emit(self.zoom)

    def scroll_by(self, shift: QPointF) -> None:
        """Shift what is seen by px of the screen."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + round(shift.x()))
        down.setValue(down.value() + round(shift.y()))
        self.looked.emit()

    def look_at(self, pos: QPointF) -> None:
        """Bring a point of the scene to the middle."""
        self.centerOn(pos)
        self.looked.emit()

    def fit_all(self) -> None:
        """Show everything."""
        self._fit(self.canvas.contents())

    def fit_selection(self) -> None:
        """Show the selected cards; everything when none is selected."""
        self._fit(self.canvas.contents(self.context.selection.nodes or None))

    def zoom_in(self) -> None:
        """Nearer."""
        self.zoom_by(1.25)

    def zoom_out(self) -> None:
        """Farther."""
        self.zoom_by(0.8)

    def reset_zoom(self) -> None:
        """One scene px is one px of the screen."""
        self.zoom_by(1 / self.zoom)

    def focus_node(self, id: str) -> None:  # noqa: A002 - the field's own name
        """Select a card and bring it into view."""
        if id in self.canvas.cards:
            self.context.selection.set((id,))
            if not self.seen().contains(self.canvas.cards[id].scene_card()):
                self.look_at(self.canvas.cards[id].pos())
            self.setFocus()

    def redraw(self, rect: QRectF) -> None:
        """Paint the gesture over a part of the scene again."""
        reach = 8 / self.zoom
        area = rect.adjusted(-reach, -reach, reach, reach)
        self.canvas.invalidate(area, QGraphicsScene.SceneLayer.ForegroundLayer)

    def _fit(self, rect: QRectF) -> None:
        if rect.isEmpty():
            self.resetTransform()
            self.look_at(QPointF(0, 0))
            return
        top = self.header.geometry().bottom() + 8
        room = QRectF(self.viewport().rect()).adjusted(24, top, -24, -24)
        scale = min(room.width() / (rect.width() + 12), room.height() / (rect.height() + 12), 1.0)
        self.resetTransform()
        self.scale(max(scale, _MIN_ZOOM), max(scale, _MIN_ZOOM))
        middle = QPointF(self.viewport().rect().center()) - room.center()
        self.look_at(rect.center() + middle / self.zoom)
        self.zoomed.emit(self.zoom)

    # -- commands ----------------------------------------------------------------------------

    def select_notes(self, ids: Iterable[str]) -> None:
        """Select exactly these notes."""
        wanted = set(ids)
        for id, item in self.canvas.notes.items():
            item.set_selected(id in wanted)

    # -- mouse and keyboard ------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        if self._gesture is not None:
            return
        mouse = self._mouse(event)
        for gesture in GESTURES:
            self._gesture = gesture.begin(self, mouse)
            if self._gesture is not None:
                if self._gesture.cursor is not None:
                    self.viewport().setCursor(self._gesture.cursor)
                return

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._gesture is not None:
            self._gesture.move(self._mouse(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._gesture is None or event.button() != self._gesture.first.button:
            return
        gesture, self._gesture = self._gesture, None
        self.viewport().unsetCursor()
        gesture.end(self._mouse(event))

    def wheelEvent(self, event: QWheelEvent) -> None:
        delta = event.angleDelta().y()
        if delta:
            self.zoom_by(1.0015**delta, event.position())
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.move(_MARGIN, _MARGIN - 2)
        room = self.viewport().rect()
        corner = QPointF(room.right() - _MARGIN + 4, room.bottom() - _MARGIN + 4).toPoint()
        self.minimap.move(corner - self.minimap.rect().bottomRight())
        if not self._fitted:
            self.fit_all()

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        tokens = self.context.theme.tokens
        painter.fillRect(rect, QColor(tokens.canvas))
        step = GRID
        while step * self.zoom < 16:
            step *= 2
        xs = range(int(rect.left() // step) * step, int(rect.right()) + step, step)
        ys = range(int(rect.top() // step) * step, int(rect.bottom()) + step, step)
        pen = painter.pen()
        pen.setColor(QColor(tokens.line))
        pen.setWidthF(2.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        painter.drawPoints(QPolygonF([QPointF(x, y) for x in xs for y in ys]))

    def drawForeground(self, painter: QPainter, rect: QRectF) -> None:
        if self._gesture is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._gesture.paint(painter)

    def _mouse(self, event: QMouseEvent) -> Mouse:
        spot = event.position()
        scene = self.viewportTransform().inverted()[0].map(spot)
        return Mouse(scene, spot, event.button(), event.modifiers())
