"""The widget that a card opens into: laid over the canvas where the card is, grown out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QMoveEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QVBoxLayout

from playground.gui.depth.base import DepthView
from playground.gui.depth_model import Level, Place, view_for
from playground.gui.graph.opened.fade import Fade
from playground.gui.graph.opened.growth import Growth
from playground.gui.graph.opened.head import LEVELS, Head
from playground.gui.graph.opened.room import Look
from playground.gui.settings import Preferences
from playground.i18n import tr

if TYPE_CHECKING:
    from playground.gui.graph.view import GraphView

_FARTHER, _NEARER = 0.6, 1.7  # change of the zoom that goes a level up, a level down
_INTO = 2.5  # zoom at which a card under the pointer opens

_STEPS = {
    Qt.Key.Key_Left: (-1, 0, 0),
    Qt.Key.Key_Right: (1, 0, 0),
    Qt.Key.Key_Up: (0, -1, 0),
    Qt.Key.Key_Down: (0, 1, 0),
    Qt.Key.Key_PageUp: (0, 0, -1),
    Qt.Key.Key_PageDown: (0, 0, 1),
}


class Opened(Growth):
    """Shows the depth view of the place in `context.depth`; hidden at the overview."""

    def __init__(self, view: GraphView) -> None:
        super().__init__(view)
        self.depth = self.context.depth
        self.content: DepthView | None = None
        self._before: tuple[Look, bool] | None = None  # how the overview was looked at, and fitted
        self._zoom = 1.0  # from which the next level is measured
        self._last_zoom = view.zoom
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.head = Head(self.context, self)
        self.head.wanted.connect(self.depth.go)
        self.head.closed.connect(self.depth.close)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(2, 2, 2, 2)
        self.column.setSpacing(0)
        self.column.addWidget(self.head)
        self.fade = Fade(self)
        self.hide()
        self.depth.changed.connect(self._on_place)
        self.context.level.entered.connect(self._follow)
        self.context.document.changed.connect(self._follow)
        view.canvas.reshaped.connect(self._follow)
        view.zoomed.connect(self._on_zoomed)

    @property
    def is_open(self) -> bool:
        """Whether a card is open, not one that closes."""
        return self.depth.place.level is not Level.OVERVIEW

    def deeper(self) -> None:
        """Go into the selected block, or one level deeper into the one that is open."""
        id, notices = self.context.selection.node, self.context.notices
        if self.is_open:
            self.depth.deeper()
        elif self.graph.composites_chosen():
            self.graph.open_composite()
        elif not id:
            notices.refuse(tr("Select a block to open it."))
        elif not self.depth.open(id):
            notices.refuse(tr("{id} has no output yet: repair it first.", id=id))

    # -- opening and closing ---------------------------------------------------------------------

    def arrived(self) -> None:
        self._zoom = self.graph.zoom
        if self.is_open:
            self.lay()
            return
        fitted = self._before is not None and self._before[1]
        self._gone()
        self.graph.fitted = fitted

    def show_parts(self, on: bool) -> None:
        for part in (self.head, self.content):
            if part is not None:
                part.setVisible(on)

    def _on_place(self, old: Place, new: Place) -> None:
        if not self.is_open:
            self._close()
            return
        if self.context.level.show(new.node) not in self.graph.canvas.cards:
            self.depth.close()
            return
        if old.node != new.node:
            self.settle()
            self.node = new.node
        if old.node != new.node or old.level is not new.level:
            self._fade(old, new)
            self._put(new)
        else:
            assert self.content is not None  # the place was shown already
            self.content.set_place(new)
        self.head.refresh()
        self._tell()
        if old.node != new.node:
            self._open(from_overview=old.level is Level.OVERVIEW)

    def _put(self, place: Place) -> None:
        """Show the view of another level or block."""
        found = self.context.document.report.blocks[place.node]
        cls = view_for(found, place.level)
        assert cls is not None  # the model goes nowhere without a view
        self._drop()
        self.content = cls(self.context, place, self)
        self.content.place_wanted.connect(self.depth.go)
        self.content.setContentsMargins(10, 0, 10, 10)
        self.column.addWidget(self.content, 1)
        self.fade.raise_()

    def _fade(self, old: Place, new: Place) -> None:
        """The same block at another level: the picture that goes is seen to go."""
        still = Preferences(self.context.settings).reduced_motion
        same = old.node == new.node and self.content is not None and self.content.isVisible()
        if same and not self.moving and not still:
            assert self.content is not None  # for the type checker: said by `same`
            self.fade.begin(self.content, deeper=new.level > old.level)

    def _drop(self) -> None:
        if self.content is not None:
            self.column.removeWidget(self.content)
            self.content.hide()  # it asks for no more measurements
            self.content.deleteLater()
            self.content = None

    def _open(self, *, from_overview: bool) -> None:
        if from_overview:
            self._before = self._before or (Look.of(self.graph), self.graph.fitted)
            self.graph.viewport().installEventFilter(self)
        self.grow()
        self.setFocus()

    def _close(self) -> None:
        self.fade.stop()
        self.graph.viewport().removeEventFilter(self)
        if self.node in self.graph.canvas.cards:
            self.shrink(self._before[0] if self._before is not None else Look.of(self.graph))
        elif self.node:
            self._gone()

    def _gone(self) -> None:
        self.stop()
        self.show_parts(True)
        had_focus = self.isAncestorOf(self.window().focusWidget() or self) or self.hasFocus()
        self.node, self._before = "", None
        self._drop()
        self.hide()
        if had_focus:
            self.graph.setFocus()

    def _follow(self, *_news: object) -> None:
        """The document changed, cards grew, another level is shown: the others stay aside."""
        if self.node in self.graph.canvas.cards:
            self.lay()
        elif self.node:
            self.depth.close()
            if self.node:
                self._gone()

    def _on_zoomed(self, zoom: float) -> None:
        last, self._last_zoom = self._last_zoom, zoom
        if self.moving:
            return
        if self.is_open:
            self.lay()
            if zoom < _FARTHER * self._zoom:
                self.depth.up()
            elif zoom > _NEARER * self._zoom:
                self.depth.deeper()
            else:
                return
            if self.is_open:
                self.frame()
        elif last < _INTO <= zoom:
            card = self.graph.canvas.card_at(self.graph.cursor_place())
            if card is not None and card.facts.stack is None:
                self.context.selection.set((card.facts.id,))  # as a double-click would
                self.depth.open(card.facts.id)

    # -- mouse and keyboard ----------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click beside goes one level up; other buttons pan and ask for menus as ever."""
        if event.type() == QEvent.Type.MouseButtonPress and not self.graph.space_held:
            assert isinstance(event, QMouseEvent)
            if event.button() == Qt.MouseButton.LeftButton and not event.modifiers():
                self.depth.up()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), not event.modifiers()
        step = _STEPS.get(key) if plain else None
        if key in (Qt.Key.Key_Escape, Qt.Key.Key_Backspace):
            self.depth.up()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self.depth.deeper()
        elif step is not None and self.content is not None:
            place = self.content.step(*step)
            if place is not None:
                self.depth.go(place)
        else:
            self.graph.keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self.graph.keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus()
        event.accept()  # or the canvas would take it for a click beside

    def moveEvent(self, event: QMoveEvent) -> None:
        super().moveEvent(event)
        self._make_room(self.geometry())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room(self.geometry())

    def event(self, event: QEvent) -> bool:
        """What the card below would be told of stays away."""
        return True if event.type() == QEvent.Type.ToolTip else super().event(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._make_room(self.geometry())

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._make_room(QRect())

    def _make_room(self, taken: QRect) -> None:
        """What floats over the canvas does not float over this."""
        self.graph.minimap.make_room(taken)
        self.graph.legend.make_room(taken)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Near and far as on the canvas; the card stays where it is."""
        self.graph.turn_wheel(event, self.geometry().center().toPointF())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.node:
            self.head.refresh()
            self._tell()

    def _tell(self) -> None:
        """Tell screen readers where the user is."""
        if not self.is_open:
            return
        level, what = tr(LEVELS[self.depth.place.level]), self.head.title.full_text()
        self.setAccessibleName(tr("{level} of {what}", level=level, what=what))
        if self.content is not None:
            self.setAccessibleDescription(self.content.words())
