"""Whatever a user does wrong: nothing breaks, nothing is lost, and the pointer says why."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.document import edits
from playground.document.format import writes
from playground.document.model import Document, Node
from playground.errors import EditError
from playground.gui.graph.note_editor import NoteEditor

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def view(window, qtbot):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=5000)
    window.graph.setFocus()
    return window.graph


@pytest.fixture
def model(window):
    return window.context.document


def bubble_at(window, place: QPointF) -> str:
    """What is said beside a place of the scene, "" for nothing."""
    spot = window.graph.viewport().mapTo(window, window.graph.mapFromScene(place))
    bubble = window.bubble
    near = bubble.geometry().adjusted(-40, -40, 40, 40).contains(spot)
    return bubble.text.text() if bubble.isVisible() and near else ""


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hello",
        "[1, 2",
        '{"nodes": 5}',
        "\x00\ud800"[:1],
        '{"format": "neural-playground", "version": 99, "nodes": []}',
        '{"format": "neural-playground", "version": 1, "nodes": [{"id": "1 2", "block": "relu"}]}',
        "[" * 5000,
        "x" * 3_000_000,
    ],
    ids=["nothing", "words", "cut off", "no list", "zero", "future", "bad id", "deep", "long"],
)
def test_nonsense_that_is_pasted_says_what_it_is_not(window, view, model, mlp, text):
    QApplication.clipboard().setText(text)
    QTest.keyClick(view, Key.Key_V, CTRL)
    assert model.document == mlp
    assert not model.undo_stack.count()
    assert window.bubble.isVisible()
    assert window.bubble.text.text().startswith("The clipboard holds no blocks")
    assert len(window.bubble.text.text()) < 400


def test_a_wire_to_its_own_block_says_why_at_the_port(window, view, hand, model, mlp):
    end = hand.port("hidden", "in:in")
    hand.drag(hand.port("hidden", "out:out"), end)
    assert model.document == mlp
    assert bubble_at(window, end) == "A block cannot feed itself."


def test_a_circle_says_why_at_the_port_and_while_it_is_drawn(window, view, hand, model, mlp):
    end = hand.port("hidden", "in:in")
    hand.press(hand.port("act", "out:out"))
    hand.move((300, 80))
    assert not window.bubble.isVisible()
    hand.move(end)
    assert "close a circle" in bubble_at(window, end)
    hand.move((300, 80))
    assert not window.bubble.isVisible()
    hand.move(end)
    hand.release(end)
    assert model.document == mlp
    assert "close a circle" in bubble_at(window, end)


def test_a_shape_that_does_not_fit_says_so_with_numbers_at_the_port(window, view, hand, model):
    node = Node(id="conv", block="conv2d", at=(440, 220))
    model.push("add", lambda d: edits.add_node(d, node))
    view.fit_all()
    before, end = model.document, hand.port("conv", "in:in")
    hand.drag(hand.port("hidden", "out:out"), end)
    assert model.document is before
    assert "conv needs an image" in bubble_at(window, end)
    assert "hidden gives 4" in bubble_at(window, end)


def test_a_block_that_takes_no_input_says_so(window, view, hand, model, mlp):
    hand.drag(hand.port("act", "out:out"), "x")
    assert model.document == mlp
    assert window.bubble.text.text() == "x takes no input."


def test_deleting_the_only_input_is_a_problem_that_undo_takes_back(window, view, hand, model, mlp):
    hand.click("x")
    hand.key(Key.Key_Delete)
    assert "x" not in model.document.by_id
    assert not model.report.ok
    assert model.report.problems
    QApplication.processEvents()
    QTest.keyClick(view, Key.Key_Z, CTRL)
    assert model.document == mlp
    assert model.report.ok


def test_renaming_to_an_id_that_exists_says_so_and_keeps_both(window, view, model, mlp):
    window.context.selection.set(("hidden",))
    field = window.inspector.block_page.id_edit
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "act")
    QTest.keyClick(field, Key.Key_Return)
    assert model.document == mlp
    assert "act" in window.bubble.text.text()
    assert window.bubble.isVisible()
    assert field.text() == "hidden"


def test_a_failed_edit_leaves_document_and_history_as_they_were(window, view, model, mlp):
    def fail(document):
        edits.remove_nodes(document, ["act"])
        raise EditError("No.")

    assert not model.push("fail", fail)
    assert model.document is not None
    assert writes(model.document) == writes(mlp)
    assert not model.undo_stack.count()
    assert window.bubble.isVisible()


def test_an_edit_with_a_bug_leaves_document_and_history_as_they_were(view, model, mlp):
    with pytest.raises(ZeroDivisionError):
        model.push("bug", lambda document: document.with_(title=str(1 // 0)))
    assert writes(model.document) == writes(mlp)
    assert not model.undo_stack.count()


def test_closing_the_window_while_cards_glide(qtbot, window, view, model):
    heap = dict.fromkeys(model.document.by_id, (50.0, 50.0))
    model.push("heap", lambda d: edits.move_nodes(d, heap))
    QTest.keyClick(view, Key.Key_L)
    qtbot.waitUntil(lambda: view.glide.running, timeout=5000)
    window.close()
    assert not window.isVisible()
    qtbot.waitUntil(lambda: not view.glide.running, timeout=3000)


def test_another_document_while_cards_glide(qtbot, window, view, model, mlp):
    heap = dict.fromkeys(model.document.by_id, (50.0, 50.0))
    model.push("heap", lambda d: edits.move_nodes(d, heap))
    QTest.keyClick(view, Key.Key_L)
    qtbot.waitUntil(lambda: view.glide.running, timeout=5000)
    model.load(Document())
    assert not view.glide.running
    assert not view.canvas.cards
    assert not list(view.canvas.wires())


def test_undo_while_it_trains_keeps_the_run_going(qtbot, window, view, hand, model, mlp):
    endless = edits.set_train(mlp, steps=10**9)  # a run that ends would be no test
    model.load(endless)
    run = window.context.run
    run.begin()
    qtbot.waitUntil(lambda: run.state == "ready", timeout=5000)
    run.toggle()
    qtbot.waitUntil(lambda: run.state == "running" and run.step_count > 0, timeout=5000)
    window.context.selection.set(("hidden",))
    number = window.inspector.block_page.form.cells["out_features"].field.number
    number.setFocus()
    QTest.keyClick(number, Key.Key_Up)
    hand.click("act")
    QTest.keyClick(view, Key.Key_X)
    assert "act" not in model.document.by_id
    while model.undo_stack.canUndo():
        before = model.undo_stack.index()
        qtbot.waitUntil(window.actions_model.actions["edit.undo"].isEnabled, timeout=5000)
        QTest.keyClick(view, Key.Key_Z, CTRL)
        assert model.undo_stack.index() < before
    assert model.document == endless
    assert run.state == "running"
    with qtbot.waitSignal(run.snapshot):
        pass


def test_undo_while_a_note_is_written_keeps_the_words(window, view, hand, model):
    hand.key(Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    editor = view.findChild(NoteEditor)
    QTest.keyClicks(editor, "kept")
    QTest.keyClick(editor, Key.Key_Escape)
    assert [note.text for note in model.document.notes] == ["kept"]
    QApplication.processEvents()
    QTest.keyClick(view, Key.Key_Z, CTRL)
    QTest.keyClick(view, Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    assert [note.text for note in model.document.notes] == ["kept"]


def test_a_second_button_during_a_drag_does_not_disturb_it(window, view, hand, model, mlp):
    hand.press("act")
    hand.move((440, 60))
    hand.press((440, 60), button=Qt.MouseButton.RightButton)
    hand.release((440, 60), button=Qt.MouseButton.RightButton)
    assert view.busy
    assert QApplication.activePopupWidget() is None
    hand.move((440, 100))
    hand.release((440, 100))
    assert model.document.node("act").at == (440, 100)


def test_keys_during_a_drag_do_not_tear_the_card_from_the_hand(window, view, hand, model):
    hand.press("act")
    hand.move((440, 60))
    hand.key(Key.Key_Delete)
    assert not view.busy
    hand.release((440, 100))
    assert "act" not in model.document.by_id
    model.undo_stack.undo()
    assert model.document.node("act").at == (440, 0)
