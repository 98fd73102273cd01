"""The table of gestures, and the words for what a user does in its checks."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.document import edits
from playground.document.model import Node

Key = Qt.Key
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
LEFT, RIGHT, MIDDLE = (
    Qt.MouseButton.LeftButton,
    Qt.MouseButton.RightButton,
    Qt.MouseButton.MiddleButton,
)
CHAIN = [("x", "hidden"), ("hidden", "act"), ("act", "out")]

# what the user does -> the commands that do it from the menu and the keyboard
TABLE = {
    "search at the cursor": ("edit.insert",),
    "palette": ("edit.insert", "view.blocks"),
    "drag from a port": ("edit.connect", "edit.disconnect"),
    "drop a card on a wire": ("edit.put_into_wire", "edit.lift_out"),
    "cut and delete": ("edit.cut", "edit.delete", "edit.delete_reconnect"),
    "mute and freeze": ("edit.mute", "edit.freeze"),
    "right-drag across wires": ("edit.disconnect",),
    "copy, paste, duplicate": ("edit.copy", "edit.paste", "edit.duplicate"),
    "undo, redo, history": ("edit.undo", "edit.redo", "view.history"),
    "group and ungroup": ("edit.composite.group", "edit.composite.unpack"),
    "layout, move, align": ("edit.arrange", "edit.move_right", "edit.align.left"),
    "fit, find, zoom, pan": (
        "view.fit_selection",
        "view.fit_all",
        "view.find",
        "view.zoom_in",
        "view.pan_left",
    ),
    "notes": ("edit.note", "edit.frame.title"),
    "command palette": ("view.palette",),
    "help on a block": ("help.block",),
    "play, step, reset, speed": (
        "run.play",
        "run.step",
        "run.reset",
        "run.faster",
        "run.slower",
    ),
}
WITHOUT_KEY = {"view.blocks", "view.history"}  # a panel that F6 goes to, too
CHECKS = {}


def row(name: str):
    def register(check):
        assert name in TABLE, f"no such row: {name}"
        CHECKS.setdefault(name, []).append(check)
        return check

    return register


class Case:
    """The window as a user has it, and words for what they do."""

    def __init__(self, window, view, hand, qtbot, make_window) -> None:
        self.window, self.view, self.hand, self.qtbot = window, view, hand, qtbot
        self.make_window = make_window
        self.model, self.selection = window.context.document, window.context.selection

    @property
    def doc(self):
        return self.model.document

    @property
    def ends(self) -> list[tuple[str, str]]:
        return [(wire.source, wire.target) for wire in self.doc.wires]

    def key(self, key, held=Qt.KeyboardModifier.NoModifier) -> None:
        self.view.setFocus()
        QApplication.processEvents()  # commands learn in the next turn what can be done now
        QTest.keyClick(self.view, key, held)

    def add(self, id: str, block: str, at: tuple[float, float]) -> None:
        node = Node(id=id, block=block, at=at)
        assert self.model.push("add", lambda d: edits.add_node(d, node))

    def popup(self):
        popup = QApplication.activePopupWidget()
        assert popup is not None
        return popup

    def choose(self, text: str) -> None:
        """Type into the open search and press Enter."""
        popup = self.popup()
        QTest.keyClicks(popup.field, text)
        QTest.keyClick(popup.field, Key.Key_Return)
        assert QApplication.activePopupWidget() is None

    def go_on(self, place, held, button=LEFT) -> None:
        """Go on with a drag while a key is held."""
        spot = QPointF(self.hand.spot(place))
        there = QPointF(self.hand.ground.mapToGlobal(spot.toPoint()))
        none = Qt.MouseButton.NoButton
        event = QMouseEvent(QEvent.Type.MouseMove, spot, there, none, button, held)
        QApplication.sendEvent(self.hand.ground, event)
