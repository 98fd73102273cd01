"""Whatever a user does on the canvas, undo takes all of it back and redo brings all of it again."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication

from playground.document.format import writes
from playground.gui.graph.frame_editor import FrameEditor
from playground.gui.graph.note_editor import NoteEditor

ACTIONS = 200
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
KEYS = (
    (Qt.Key.Key_Delete, NONE),
    (Qt.Key.Key_Delete, CONTROL),
    (Qt.Key.Key_M, NONE),
    (Qt.Key.Key_F, NONE),
    (Qt.Key.Key_D, CONTROL),
    (Qt.Key.Key_C, CONTROL),
    (Qt.Key.Key_V, CONTROL),
    (Qt.Key.Key_J, CONTROL),
    (Qt.Key.Key_A, SHIFT),
    (Qt.Key.Key_Up, SHIFT),
    (Qt.Key.Key_Left, SHIFT),
    (Qt.Key.Key_Right, NONE),
    (Qt.Key.Key_Down, NONE),
    (Qt.Key.Key_Z, CONTROL),
)
BLOCKS = ("linear", "relu", "dropout", "add", "conv2d", "flatten", "input")


class Monkey:
    """A user without a plan: real mouse and key events, and clicks in the palette."""

    def __init__(self, view, hand, seed: int) -> None:
        self.view, self.hand, self.chance = view, hand, random.Random(seed)

    def act(self) -> None:
        document = self.view.context.document.document
        if len(document.nodes) > 30:
            self.view.select_all()
            self.view.cut()
            self.view.place_block("input")
        moves = (self.select, self.drag, self.wire, self.cut, self.key, self.key, self.place)
        self.chance.choice(moves)()
        self.close()

    def card(self):
        cards = list(self.view.canvas.cards.values())
        return self.chance.choice(cards) if cards else None

    def place_on_canvas(self) -> QPointF:
        seen = self.view.seen()
        across, down = self.chance.uniform(0.1, 0.9), self.chance.uniform(0.2, 0.9)
        return QPointF(seen.left() + across * seen.width(), seen.top() + down * seen.height())

    def select(self) -> None:
        ids = list(self.view.canvas.cards)
        count = self.chance.randint(0, min(3, len(ids)))
        self.view.context.selection.set(self.chance.sample(ids, count))

    def drag(self) -> None:
        card = self.card()
        if card is not None:
            self.hand.drag(card.pos(), self.place_on_canvas())

    def wire(self) -> None:
        source, target = self.card(), self.card()
        if source is not None:
            outputs = [name for name, _ in source.ports() if name.startswith("out:")]
            inputs = [name for name, _ in target.ports() if name.startswith("in:")]
            if outputs and inputs:
                self.hand.drag(source.port_place(outputs[0]), target.port_place(inputs[0]))

    def cut(self) -> None:
        button = Qt.MouseButton.RightButton
        self.hand.drag(self.place_on_canvas(), self.place_on_canvas(), button=button)

    def key(self) -> None:
        self.view.setFocus()
        self.hand.key(*self.chance.choice(KEYS))

    def place(self) -> None:
        self.view.place_block(self.chance.choice(BLOCKS))

    def close(self) -> None:
        """End what waits for words."""
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        for editor in self.editors():
            if not editor.isHidden():
                self.view.setFocus()
                editor.hide()

    def editors(self) -> list:
        return [*self.view.findChildren(NoteEditor), *self.view.findChildren(FrameEditor)]


@pytest.mark.parametrize("seed", [1, 2])
def test_undo_takes_everything_back_and_redo_brings_it_again(context, view, hand, seed):
    model, stack = context.document, context.document.undo_stack
    first = writes(model.document)
    texts = {0: first}
    monkey = Monkey(view, hand, seed)
    for _ in range(ACTIONS):
        monkey.act()
        texts[stack.index()] = writes(model.document)
    last, count = writes(model.document), stack.index()
    assert count > ACTIONS / 4  # most actions did something
    stack.setIndex(0)
    assert writes(model.document) == first
    stack.setIndex(count)
    assert writes(model.document) == last
    for index in range(count, -1, -1):  # and each step on the way is the one that was seen
        stack.setIndex(index)
        if index in texts:
            assert writes(model.document) == texts[index]
        assert set(view.canvas.cards) == set(model.document.by_id)
