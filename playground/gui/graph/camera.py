"""The part of the canvas that is seen: zoom, shift, fit, and the dotted ground."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsScene, QGraphicsView, QWidget

from playground.gui.context import Context
from playground.gui.graph.style import GRID

_FAR = 1e6  # px; nobody scrolls beyond
_MIN_ZOOM, _MAX_ZOOM = 0.05, 4.0
_ROOM = 24  # px that stay free around the contents when they are fitted
_FOOT = 34  # px below them, where the legend lies
_WHEEL_MS = 8  # a touchpad sends thousands of small turns; more than 120 a second nobody sees
_MOST_TURN = 3000.0  # eighths of a degree: from one end of the zoom to the other
_DOTS_APART = 16  # px of the screen at least between two dots of the ground


class Camera(QGraphicsView):
    """Abstract: a view that zooms at the cursor and has no edges. `GraphView` adds the editing."""

    looked = Signal()  # another part is seen
    zoomed = Signal(float)

    def __init__(self, context: Context, canvas: QGraphicsScene, parent: QWidget | None) -> None:
        super().__init__(canvas, parent)
        self.context = context
        self.fitted = False  # everything is shown: a resized view shows everything again
        self.setSceneRect(-_FAR, -_FAR, 2 * _FAR, 2 * _FAR)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setResizeAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self._turned = QPointF()  # of the wheel, not shown yet
        self._spot = QPointF()
        self._wheel_pause = QTimer(self, singleShot=True, interval=_WHEEL_MS)
        self._wheel_pause.timeout.connect(self._follow_wheel)
        context.theme.changed.connect(self.viewport().update)

    def seen(self) -> QRectF:
        """The part of the scene that is seen."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    @property
    def zoom(self) -> float:
        """Screen px a scene px."""
        return self.transform().m11()

    def to_scene(self, spot: QPointF) -> QPointF:
        """The point of the scene under a point of the viewport."""
        back, _ = self.viewportTransform().inverted()
        return back.map(spot)

    def zoom_by(self, factor: float, spot: QPointF | None = None) -> None:
        """Zoom while the point under `spot` (viewport px; the middle unless given) stays."""
        target = min(max(self.zoom * factor, _MIN_ZOOM), _MAX_ZOOM)
        spot = spot if spot is not None else QPointF(self.viewport().rect().center())
        self.fitted = False
        before = self.to_scene(spot)
        self.scale(target / self.zoom, target / self.zoom)
        self.scroll_by(self.viewportTransform().map(before) - spot)
        self.zoomed.emit(self.zoom)

    def scroll_by(self, shift: QPointF) -> None:
        """Shift what is seen by px of the screen."""
        self.fitted = False
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + round(shift.x()))
        down.setValue(down.value() + round(shift.y()))
        self.looked.emit()

    def look_at(self, pos: QPointF) -> None:
        """Bring a point of the scene to the middle."""
        self.fitted = False
        self.centerOn(pos)
        self.looked.emit()

    def zoom_in(self) -> None:
        """Nearer."""
        self.zoom_by(1.25)

    def zoom_out(self) -> None:
        """Farther."""
        self.zoom_by(0.8)

    def reset_zoom(self) -> None:
        """One scene px is one px of the screen."""
        self.zoom_by(1 / self.zoom)

    def fit(self, rect: QRectF, covered: int) -> None:
        """Show a part of the scene as large as it gets, at most in full size.

        Parameters
        ----------
        rect : QRectF
            The part; an empty one shows the origin.
        covered : int
            Px at the top that an overlay covers.
        """
        self._turned = QPointF()
        self.resetTransform()
        if rect.isEmpty():
            self.look_at(QPointF(0, 0))
            return
        view = QRectF(self.viewport().rect())
        room = view.adjusted(_ROOM, covered, -_ROOM, -_FOOT)
        scale = min(room.width() / (rect.width() + 12), room.height() / (rect.height() + 12), 1.0)
        self.scale(max(scale, _MIN_ZOOM), max(scale, _MIN_ZOOM))
        # in the middle, unless that would hide something behind the overlay at the top
        height = rect.height() * self.zoom
        if height < view.height() - 2 * covered:
            middle = view.center()
        else:
            middle = QPointF(room.center().x(), room.top() + height / 2)
        self.look_at(rect.center() + (view.center() - middle) / self.zoom)
        self.zoomed.emit(self.zoom)

    def redraw(self, rect: QRectF) -> None:
        """Paint the foreground over a part of the scene again."""
        reach = 8 / self.zoom
        area = rect.adjusted(-reach, -reach, reach, reach)
        # of the view, not of the scene: that forgets where a card was that moves in the same turn
        self.viewport().update(self.mapFromScene(area).boundingRect())

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.turn_wheel(event, event.position())

    def turn_wheel(self, event: QWheelEvent, spot: QPointF) -> None:
        """Zoom or shift, now or a moment later; a point of the viewport stays where it is."""
        turn = event.angleDelta()
        if turn.isNull():  # some touchpads tell nothing but px
            turn = event.pixelDelta() * 3
        self._turned += QPointF(turn)
        self._spot = spot
        if not self._wheel_pause.isActive():
            self._follow_wheel()
        event.accept()

    def _follow_wheel(self) -> None:
        """Up and down zooms; to the side, where that is more, shifts what is seen."""
        turned, self._turned = self._turned, QPointF()
        if turned.isNull():
            return
        self._wheel_pause.start()
        if abs(turned.x()) > abs(turned.y()):
            self.scroll_by(QPointF(-turned.x() / 2, 0))
        else:
            turn = min(max(turned.y(), -_MOST_TURN), _MOST_TURN)
            self.zoom_by(1.0015**turn, self._spot)

    def drawBackground(self, painter: QPainter, rect: QRectF) -> None:
        tokens = self.context.theme.tokens
        painter.fillRect(rect, QColor(tokens.canvas))
        step = GRID
        while step * self.zoom < _DOTS_APART:
            step *= 2
        pen = QPen(QColor(tokens.line), 2.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        xs = range(int(rect.left() // step) * step, int(rect.right()) + step, step)
        ys = range(int(rect.top() // step) * step, int(rect.bottom()) + step, step)
        row = QPolygonF([QPointF(x, ys.start) for x in xs])
        for _ in ys:  # the same row lower and lower: thousands of points need no Python
            painter.drawPoints(row)
            row.translate(0, step)
