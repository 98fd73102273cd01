"""Whatever a user does, undo takes all of it back and redo brings all of it again, to the byte.

Two hundred random actions on the real window: structure, parameters, places, names, notes, frames,
composites, data, training and texts. A run in which one of these never changed fails.
"""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from playground.document import composites, edits
from playground.document.diff import Changes, diff
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
    (Qt.Key.Key_X, SHIFT),
    (Qt.Key.Key_X, CONTROL),
    (Qt.Key.Key_G, CONTROL),
    (Qt.Key.Key_G, CONTROL | SHIFT),
)
COMPOSITES = (
    (Qt.Key.Key_G, CONTROL),
    (Qt.Key.Key_G, CONTROL),
    (Qt.Key.Key_G, CONTROL | SHIFT),
    (Qt.Key.Key_Return, NONE),
    (Qt.Key.Key_Return, NONE),
    (Qt.Key.Key_Return, CONTROL),
    (Qt.Key.Key_Return, CONTROL),
    (Qt.Key.Key_Escape, NONE),
    (Qt.Key.Key_PageDown, NONE),
)
BLOCKS = ("linear", "relu", "dropout", "add", "conv2d", "flatten", "input")


DATASETS = ("moons", "circle", "spiral")


class Monkey:
    """A user without a plan: real mouse and key events on canvas, palette and forms."""

    def __init__(self, window, view, hand, seed: int) -> None:
        self.window, self.view, self.hand = window, view, hand
        self.chance = random.Random(seed)

    def act(self) -> None:
        document = self.view.context.document.document
        if len(document.nodes) > 30:
            self.view.select_all()
            self.view.cut()
            self.view.place_block("input")
        moves = (
            *(self.select, self.drag, self.wire, self.cut, self.place),
            *(self.key,) * 3,
            *(self.parameter, self.training, self.data, self.dataset, self.rename),
            *(self.write_note, self.write_frame, self.drag_note, self.drag_frame, self.write_title),
            *(self.composite, self.composite, self.repeat, self.expose),
            self.undo,
        )
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

    def composite(self) -> None:
        """Make one, go in or out, open it in place, take it apart."""
        found = [id for id, card in self.view.canvas.cards.items() if card.facts.stack is not None]
        if found and self.chance.random() < 0.7:
            self.view.context.selection.set((self.chance.choice(found),))
        elif self.chance.random() < 0.5:
            self.select()
        self.view.setFocus()
        self.hand.key(*self.chance.choice(COMPOSITES))

    def repeat(self) -> None:
        """What the inspector does with the composites that are seen."""
        found = [id for id, card in self.view.canvas.cards.items() if card.facts.stack is not None]
        if found:
            path, times, shared = self.chance.choice(found), self.chance.randint(1, 3), self.coin()
            self.view.level.base.push(
                "", lambda d: composites.set_repeat(d, path, times, share_weights=shared)
            )
            if self.coin():
                self.view.level.base.push("", lambda d: composites.detach(d, path))

    def expose(self) -> None:
        """Pin a parameter of a block inside, and set it for an instance."""
        found = [id for id in self.view.canvas.cards if "linear" in id and "." in id]
        if found:
            path = self.chance.choice(found)
            model = self.view.level.base
            model.push("", lambda d: composites.expose(d, path, "out_features"))
            self.view.level.push("", lambda d: edits.set_param(d, path, "out_features", 3))

    def coin(self) -> bool:
        return self.chance.random() < 0.3

    def place(self) -> None:
        self.view.place_block(self.chance.choice(BLOCKS))

    def undo(self) -> None:
        self.view.setFocus()
        for held in self.chance.choice(((CONTROL,), (CONTROL, CONTROL | SHIFT), (CONTROL,) * 2)):
            QApplication.processEvents()
            self.hand.key(Qt.Key.Key_Z, held)

    # -- forms -----------------------------------------------------------------------------

    def count(self, form) -> None:
        """Count a number up or down in a form: held keys, one after the other."""
        cells = form.cells.values() if form is not None else ()
        numbers = [c.field.number for c in cells if hasattr(c.field, "number")]
        numbers = [n for n in numbers if n.isVisible() and n.isEnabled()]
        if numbers:
            number = self.chance.choice(numbers)
            number.setFocus()
            for _ in range(self.chance.randint(1, 3)):
                QTest.keyClick(number, self.chance.choice((Qt.Key.Key_Up, Qt.Key.Key_Down)))

    def parameter(self) -> None:
        card = self.card()
        if card is not None:
            self.view.context.selection.set((card.facts.id,))
            QApplication.processEvents()
            self.count(self.window.inspector.block_page.form)

    def training(self) -> None:
        self.view.context.selection.set()
        QApplication.processEvents()
        self.count(self.window.inspector.document_page.form)

    def data(self) -> None:
        self.count(self.window.data.form)

    def dataset(self) -> None:
        chooser = self.window.data.chooser
        row = chooser.findData(self.chance.choice(DATASETS))
        if row >= 0:
            chooser.setCurrentIndex(row)
            chooser.activated.emit(row)

    def type_into(self, field: QLineEdit) -> None:
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, self.chance.choice(("alpha", "beta", "2 wrong", "x")))
        QTest.keyClick(field, Qt.Key.Key_Return)

    def rename(self) -> None:
        card = self.card()
        if card is not None:
            self.view.context.selection.set((card.facts.id,))
            QApplication.processEvents()
            field = self.window.inspector.block_page.id_edit
            if field.isVisible():
                self.type_into(field)

    def write_title(self) -> None:
        self.view.header.edit_title()
        self.type_into(self.view.header.field)

    # -- notes and frames --------------------------------------------------------------------

    def write_note(self) -> None:
        notes = list(self.view.canvas.notes)
        if not notes or self.chance.random() < 0.4:
            self.view.setFocus()
            self.hand.key(Qt.Key.Key_A, SHIFT)
        else:
            self.view.edit_note(self.chance.choice(notes))
        for editor in self.view.findChildren(NoteEditor):
            if not editor.isHidden():
                QTest.keyClicks(editor, self.chance.choice(("# Why", "- one", "")))
                QTest.keyClick(editor, Qt.Key.Key_Escape)

    def write_frame(self) -> None:
        frames = list(self.view.canvas.frames.items)
        if frames:
            self.view.edit_frame(self.chance.choice(frames))
            for editor in self.view.findChildren(FrameEditor):
                if not editor.isHidden():
                    self.type_into(editor)

    def drag_note(self) -> None:
        for note in self.view.canvas.notes.values():
            rect = note.rect().translated(note.pos())
            corner = self.chance.random() < 0.4
            grip = rect.bottomRight() - QPointF(2, 2) if corner else rect.center()
            self.hand.drag(grip, self.place_on_canvas())
            return

    def drag_frame(self) -> None:
        for frame in self.view.canvas.frames.items.values():
            grip = frame.bar().center()
            shift = QPointF(self.chance.uniform(-90, 90), self.chance.uniform(-90, 90))
            self.hand.drag(grip, grip + shift)
            return

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


@pytest.fixture
def view(window):
    window.activateWindow()
    window.docks.show("data")
    window.inspector.wake()
    return window.graph


def kinds_of(changes: Changes, old, new) -> set[str]:
    """What an action changed, in the words of the issue."""
    both = set(old.by_id) & set(new.by_id)
    found = {
        "blocks": bool(changes.added or changes.removed),
        "wires": bool(changes.wires_added or changes.wires_removed),
        "parameters": any(old.node(id).params != new.node(id).params for id in both),
        "places": bool(changes.moved),
        "notes": changes.notes,
        "frames": changes.groups,
        "composites": old.composites != new.composites,
        "data": changes.data,
        "training": changes.train,
        "texts": changes.text,
    }
    return {kind for kind, changed in found.items() if changed}


EVERYTHING = {"blocks", "wires", "parameters", "places", "notes", "frames", "composites"} | {
    "data",
    "training",
    "texts",
}


@pytest.mark.parametrize("seed", [1, 2])
def test_undo_takes_everything_back_and_redo_brings_it_again(window, view, hand, seed):
    model, stack = window.context.document, window.context.document.undo_stack
    first, changed = writes(model.document), set()
    texts = {0: first}
    monkey = Monkey(window, view, hand, seed)
    for _ in range(ACTIONS):
        before = model.document
        monkey.act()
        changed |= kinds_of(diff(before, model.document), before, model.document)
        texts = {index: text for index, text in texts.items() if index <= stack.index()}
        texts[stack.index()] = writes(model.document)
    assert changed == EVERYTHING
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
        assert set(view.canvas.cards) == set(view.context.level.document.by_id)
