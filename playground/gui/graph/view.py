"""The graph canvas: the network as cards and wires."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QWidget

from playground.gui.context import Context
from playground.gui.graph import accessible
from playground.gui.graph.at_work import AtWork
from playground.gui.graph.colours.colouring import Colouring
from playground.gui.graph.colours.legend_box import LegendBox
from playground.gui.graph.field_boxes import FieldBoxes
from playground.gui.graph.flow import Flow
from playground.gui.graph.header import Header
from playground.gui.graph.keys import action_of
from playground.gui.graph.levels import Levels
from playground.gui.graph.live import Live
from playground.gui.graph.minimap import Minimap
from playground.gui.graph.opened.opened import Opened
from playground.gui.graph.pointed import Pointed
from playground.gui.graph.search import search
from playground.gui.graph.speech import describe, say
from playground.gui.graph.voices import Voices
from playground.gui.graph.welcome import Welcome
from playground.i18n import tr

_MARGIN = 16  # px between overlays and the edge


class GraphView(Levels):
    """Shows the document and turns mouse and keyboard into edits."""

    presets_requested = Signal()  # the empty canvas offers them

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        context = context.at_level()
        super().__init__(context, parent)
        self._fitted = False
        self.header = Header(context, self)
        self.minimap = Minimap(self)
        self.welcome = Welcome(context, self)
        self.welcome.presets_requested.connect(self.presets_requested)
        self.welcome.block_requested.connect(self.open_search)
        self.live, self.flow, self.at_work = Live(self), Flow(self), AtWork(self)
        self.field_boxes, self.pointed = FieldBoxes(self), Pointed(self)
        self.colouring = Colouring(self)
        self.legend = LegendBox(self)
        self.voices = Voices(self)
        self.opened = Opened(self)
        accessible.install()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        context.document.loaded.connect(self.cancel_gesture)
        context.document.loaded.connect(self.fit_all)
        context.document.changed.connect(self._describe)
        context.document.report_changed.connect(self.live.repaint)
        context.document.report_changed.connect(self._describe)
        context.theme.changed.connect(self.live.repaint)
        context.selection.changed.connect(self._describe)
        self._describe()

    # -- commands ----------------------------------------------------------------------------

    def fit_all(self) -> None:
        """Show everything."""
        self.fit(self.canvas.contents(), self.header.geometry().bottom() + 8)
        self.fitted = True

    def fit_selection(self) -> None:
        """Show the selected cards; everything when none is selected."""
        chosen = self.canvas.around(self.context.selection.nodes)
        whole = self.canvas.contents()
        self.fit(whole if chosen.isEmpty() else chosen, self.header.geometry().bottom() + 8)

    def focus_node(self, id: str) -> None:
        """Select a card and bring it into view."""
        id = self.level.show(id)
        if id in self.canvas.cards:
            self.context.selection.set((id,))
            self.reveal(id)
            self.setFocus()

    def select_all(self) -> None:
        """Select every card and note."""
        self.context.selection.set(self.canvas.cards)
        self.canvas.select_notes(self.canvas.notes)

    def select_next(self, steps: int) -> None:
        """Select the card that many places later in the order of the network."""
        ids = [id for id in self.context.document.report.nodes if id in self.canvas.cards]
        if ids:
            at = self.context.selection.node
            number = ids.index(at) + steps if at in ids else 0
            self.focus_node(ids[number % len(ids)])

    def delete_selected(self) -> None:
        """Delete the selected blocks, wires, notes and frames."""
        if self.has_selection() or not self.go_up():
            self.close_selected()
            self.editor.delete(self.canvas.selected_notes(), self.canvas.frames.selected())

    def delete_and_reconnect(self) -> None:
        """Delete the selected blocks and close the gaps."""
        self.editor.delete_and_reconnect()

    def copy(self) -> None:
        """Put the selected blocks and notes on the clipboard."""
        self.editor.copy(self.canvas.selected_notes())

    def cut(self) -> None:
        """Copy and delete."""
        self.editor.cut(self.canvas.selected_notes())

    def paste(self) -> None:
        """Add the blocks and notes on the clipboard at the cursor."""
        pos = self.cursor_place()
        self.editor.paste((pos.x(), pos.y()))

    def duplicate(self) -> None:
        """Add a copy of the selected blocks and notes."""
        self.editor.duplicate(self.canvas.selected_notes())

    def toggle_mute(self) -> None:
        """Mute the selected blocks, or let them work again."""
        self.editor.toggle_mute()

    def toggle_freeze(self) -> None:
        """Freeze the weights of the selected blocks, or let them learn again."""
        self.editor.toggle_freeze()

    def open_search(
        self,
        scene_pos: QPointF | None = None,
        keys: Sequence[str] | None = None,
        wired_to: tuple[str, str] | None = None,
    ) -> None:
        """Search for a block, best first.

        Parameters
        ----------
        scene_pos : QPointF, optional
            Where the block will be placed. Unless given, it goes into the selected wire, else to
            the cursor.
        keys : sequence of str, optional
            Blocks to choose from; all unless given.
        wired_to : tuple of str, optional
            Node and port ("out:out") that the new block is wired to.
        """
        search(self, scene_pos, keys, wired_to)

    def leave(self) -> None:
        """Drop the gesture in progress, or close what is open, drop the selection, go up."""
        if self.cancel_gesture() or self.context.depth.up():
            return
        if self.has_selection() or not self.go_up():
            self.context.selection.set()
            self.canvas.select_notes(())

    # -- mouse and keyboard ------------------------------------------------------------------

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        pos = self.to_scene(event.position())
        note, frame = self.canvas.note_at(pos), self.canvas.frame_at(pos)
        card = self.canvas.card_at(pos)
        if card is not None and card.facts.stack is not None and not card.port_at(pos):
            self.enter(card.facts.id)
        elif card is not None and not card.port_at(pos):
            self.context.selection.set((card.facts.id,))
            self.opened.deeper()
        elif self.canvas.card_at(pos) is not None or self.canvas.wire_at(pos) is not None:
            self.mousePressEvent(event)  # the second press of two quick clicks
        elif note is not None:
            self.edit_note(note.note.id)
        elif frame is not None:
            self.edit_frame(frame.group.id)
        else:
            self.open_search(pos)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Space:
            event.accept()  # only its release tells the search from the hand that pans
            return True
        if event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            action = action_of(self, event)  # Shift+Tab leaves the canvas, and so does F6
            if action is not None:
                action()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.modifiers():
            if not event.isAutoRepeat():
                self.space_held, self.space_used = True, False
            return
        action = action_of(self, event)
        if action is None:
            super().keyPressEvent(event)
            return
        self.canvas.show_focus(True)
        action()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat() and self.space_held:
            self.space_held = False
            action = action_of(self, event)
            if action is not None and not self.space_used and not self.busy:
                action()
            return
        if not event.isAutoRepeat():  # a held arrow key is one undo step
            self.context.document.end_merge()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.voices.tell_focus(again=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.space_held = False  # its release goes to somebody else

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fitted:
            self._fitted = True
            self.fit_all()
        self.live.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.cancel_gesture()
        self.live.stop()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        kinds = (QEvent.Type.LanguageChange, QEvent.Type.FontChange)
        if event.type() in kinds and hasattr(self, "live"):
            self.canvas.relook()
            self.live.repaint()
            self._describe()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        super().drawForeground(painter, rect)
        self.flow.paint(painter)
        self.at_work.paint(painter)
        self.field_boxes.paint(painter)
        self.pointed.paint(painter)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.header.move(_MARGIN - 4, _MARGIN - 4)
        room = self.viewport().rect()
        corner = room.bottomRight() - self.minimap.rect().bottomRight()
        self.minimap.move(corner.x() - _MARGIN + 4, corner.y() - _MARGIN + 4)
        self.legend.place()
        self._place_welcome()
        if self.fitted:
            self.fit_all()
        self.looked.emit()

    def _place_welcome(self) -> None:
        rect = self.welcome.rect()
        rect.moveCenter(self.viewport().rect().center())
        self.welcome.setGeometry(rect)

    def _describe(self, *_news: object) -> None:
        """Tell screen readers what is selected, and show the welcome on an empty canvas."""
        document = self.context.document.document
        self.setAccessibleName(tr("Graph of the network"))
        words = describe(self)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if not self.voices.tell_focus():
                say(self, words)
        self.welcome.setVisible(not document.nodes and not document.notes)
        self._place_welcome()
