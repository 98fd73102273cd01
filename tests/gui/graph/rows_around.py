"""The rows of the table of gestures about history, layout, view, notes, commands and runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from playground.document import edits
from playground.gui.graph.note_editor import NoteEditor
from playground.gui.panels.block_help import BlockHelp
from tests.gui.graph.gestures_of_table import CTRL, LEFT, MIDDLE, SHIFT, Key, row


@row("undo, redo, history")
def one_history(case):
    first = case.doc
    case.selection.set(("hidden",))
    number = case.window.inspector.block_page.form.cells["out_features"].field.number
    number.setFocus()
    for _ in range(3):
        QTest.keyClick(number, Key.Key_Up)
    case.model.push("seed", lambda d: edits.set_train(d, seed=8))
    case.model.push("data", lambda d: edits.set_data_param(d, "noise", 0.3))
    case.hand.drag("out", (680, 60))
    last, steps = case.doc, case.model.undo_stack.count()
    for _ in range(steps):
        case.key(Key.Key_Z, CTRL)
    assert case.doc == first
    for _ in range(steps):
        case.key(Key.Key_Z, CTRL | SHIFT)
    assert case.doc == last
    case.window.docks.show("history")
    rows = case.window.history.model()
    assert rows.rowCount() == steps + 1
    case.window.history.setCurrentIndex(rows.index(0, 0))
    assert case.doc == first


@row("group and ungroup")
def group(case):
    case.selection.set(("hidden", "act"))
    case.key(Key.Key_G, CTRL)
    for field in case.view.findChildren(QLineEdit):  # it asks for a name
        if field.isVisible() and field.hasFocus():
            QTest.keyClick(field, Key.Key_Return)
    assert len(case.doc.composites) == 1
    assert len(case.doc.nodes) == 3
    case.key(Key.Key_G, CTRL | SHIFT)
    assert {node.block for node in case.doc.nodes} == {"input", "linear", "tanh"}
    assert len(case.ends) == 3


@row("layout, move, align")
def layout(case):
    case.model.push("heap", lambda d: edits.move_nodes(d, dict.fromkeys(d.by_id, (50.0, 50.0))))
    heap, steps = case.doc, case.model.undo_stack.count()
    with case.qtbot.waitSignal(case.model.changed, timeout=5000):
        case.key(Key.Key_L)
    xs = [case.doc.node(id).at[0] for id in ("x", "hidden", "act", "out")]
    assert xs == sorted(set(xs))
    assert case.model.undo_stack.count() == steps + 1
    case.key(Key.Key_Z, CTRL)
    assert case.doc == heap


@row("layout, move, align")
def move_and_align(case):
    case.selection.set(("act",))
    case.key(Key.Key_Right)
    case.key(Key.Key_Down)
    assert case.doc.node("act").at == (448, 8)
    case.selection.set(("hidden", "act"))
    case.key(Key.Key_Left, SHIFT)
    cards = case.view.canvas.cards
    assert cards["act"].scene_card().left() == cards["hidden"].scene_card().left()


@row("fit, find, zoom, pan")
def fit_and_find(case):
    case.model.push("far", lambda d: edits.move_nodes(d, {"out": (3000.0, 900.0)}))
    case.key(Key.Key_Home)
    assert case.view.seen().contains(case.view.canvas.contents())
    for key in (Key.Key_Period, Key.Key_F5):
        case.selection.set(("out",))
        case.view.fit_all()
        case.key(key)
        assert case.view.zoom == pytest.approx(1)
        assert case.view.seen().contains(case.view.canvas.cards["out"].scene_card())
    case.key(Key.Key_F, CTRL)
    case.choose("hidden")
    assert case.selection.nodes == ("hidden",)
    assert case.view.seen().contains(case.view.canvas.cards["hidden"].scene_card())


@row("fit, find, zoom, pan")
def wheel_and_pan(case):
    spot = QPointF(300, 200)
    under, zoom = case.view.to_scene(spot), case.view.zoom
    none = Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        spot,
        QPointF(case.hand.ground.mapToGlobal(spot.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        none,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(case.hand.ground, event)
    case.qtbot.waitUntil(lambda: case.view.zoom < zoom, timeout=2000)
    assert (case.view.to_scene(spot) - under).manhattanLength() < 3 / case.view.zoom
    for button, space in ((MIDDLE, False), (LEFT, True)):
        middle = case.view.seen().center().x()
        if space:
            QTest.keyPress(case.view, Key.Key_Space)
        case.hand.drag((200, 160), (300, 160), button=button)
        if space:
            QTest.keyRelease(case.view, Key.Key_Space)
        assert case.view.seen().center().x() == pytest.approx(middle - 100, abs=6)
    assert QApplication.activePopupWidget() is None
    case.view.zoom_by(3)
    place = case.view.minimap.rect().center()
    QTest.mouseClick(case.view.minimap, LEFT, pos=place - QPoint(30, 0))
    left = case.view.seen().center().x()
    QTest.mouseClick(case.view.minimap, LEFT, pos=place + QPoint(30, 0))
    assert case.view.seen().center().x() > left


@row("notes")
def note(case):
    case.key(Key.Key_A, SHIFT)
    editor = case.view.findChildren(NoteEditor)[-1]
    QTest.keyClicks(editor, "# Idea")
    QTest.keyClick(editor, Key.Key_Escape)
    (note,) = case.doc.notes
    assert note.text == "# Idea"
    assert case.view.canvas.notes[note.id].rect().height() >= 32


@row("command palette")
def palette(case):
    case.key(Key.Key_K, CTRL)
    palette = case.window.palette_popup
    assert palette.isVisible()
    QTest.keyClicks(palette.field, "select all")
    assert "Ctrl+A" in palette.list.item(0).text()
    QTest.keyClick(palette.field, Key.Key_Return)
    assert len(case.selection.nodes) == 4


@row("help on a block")
def help_on_a_block(case):
    case.selection.set(("hidden",))
    case.window.actions_model.refresh()
    case.key(Key.Key_F1)
    (dialog,) = case.window.findChildren(BlockHelp)
    assert dialog.isVisible()
    assert "Linear" in dialog.windowTitle()
    dialog.close()


@row("play, step, reset, speed")
def run(case):
    run, model = case.window.context.run, case.window.context.document
    model.load(edits.set_train(model.document, steps=10**9))  # it does not end in between
    run.begin()
    case.qtbot.waitUntil(lambda: run.state == "ready", timeout=5000)
    case.key(Key.Key_P)
    case.qtbot.waitUntil(lambda: run.state == "running", timeout=5000)
    case.key(Key.Key_P)
    case.qtbot.waitUntil(lambda: run.state == "paused", timeout=5000)
    with case.qtbot.waitSignal(run.snapshot, timeout=5000):
        case.key(Key.Key_S)
    slider = case.window.transport.speed.slider
    fast = slider.value()
    case.key(Key.Key_Minus)
    assert slider.value() == fast - 1
    case.key(Key.Key_Plus)
    assert slider.value() == fast
    assert run.step_count > 0
    case.key(Key.Key_R)
    case.qtbot.waitUntil(lambda: run.step_count == 0, timeout=5000)
