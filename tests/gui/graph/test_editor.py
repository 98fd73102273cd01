"""Keyboard, clipboard, palette and notes become edits of the document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.document.model import Document, Wire
from playground.gui.graph import placing
from playground.gui.graph.gestures.drop import MIME

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def doc(context):
    return context.document.document


def test_copies_are_pasted_with_the_wires_among_them(context, hand, view):
    context.selection.set(("hidden", "act"))
    hand.key(Qt.Key.Key_C, CONTROL)
    hand.key(Qt.Key.Key_V, CONTROL)
    assert len(doc(context).nodes) == 6
    first, second = context.selection.nodes
    assert Wire(source=first, target=second) in doc(context).wires


def test_cut_removes_and_duplicate_copies(context, hand):
    hand.click("act")
    hand.key(Qt.Key.Key_D, CONTROL)
    assert len(doc(context).nodes) == 5
    hand.key(Qt.Key.Key_X, CONTROL)
    assert len(doc(context).nodes) == 4
    hand.key(Qt.Key.Key_V, CONTROL)
    assert len(doc(context).nodes) == 5


@pytest.mark.parametrize("text", ["", "hello", '{"format": "other"}', "[1, 2"])
def test_pasting_nonsense_says_so_and_changes_nothing(context, hand, notices, mlp, text):
    QApplication.clipboard().setText(text)
    hand.key(Qt.Key.Key_V, CONTROL)
    assert doc(context) == mlp
    assert len(notices) == 1


def test_mute_and_freeze_toggle(context, hand):
    hand.click("hidden")
    hand.key(Qt.Key.Key_M)
    hand.key(Qt.Key.Key_F)
    assert doc(context).node("hidden").muted
    assert doc(context).node("hidden").frozen
    hand.key(Qt.Key.Key_M)
    hand.key(Qt.Key.Key_F)
    assert not doc(context).node("hidden").muted
    assert not doc(context).node("hidden").frozen


def test_held_arrow_keys_move_the_selection_in_one_undo_step(context, hand, view, mlp, undo_all):
    hand.click("act")
    for _ in range(3):
        QTest.keyPress(view, Qt.Key.Key_Right)
    QTest.keyRelease(view, Qt.Key.Key_Right)
    assert doc(context).node("act").at == (464, 0)
    hand.key(Qt.Key.Key_Down)
    assert undo_all() == 2
    assert doc(context) == mlp


def test_ctrl_arrows_walk_along_the_network(context, hand):
    hand.key(Qt.Key.Key_Right)
    assert context.selection.nodes == ("x",)
    hand.key(Qt.Key.Key_Right, CONTROL)
    hand.key(Qt.Key.Key_Right, CONTROL)
    assert context.selection.nodes == ("act",)
    hand.key(Qt.Key.Key_Left, CONTROL)
    assert context.selection.nodes == ("hidden",)


def dropped(view, key: str, place: tuple[float, float]) -> None:
    mime = QMimeData()
    mime.setData(MIME, key.encode())
    spot = view.mapFromScene(QPointF(*place))
    action, left, none = (
        Qt.DropAction.CopyAction,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter = QDragEnterEvent(spot, action, mime, left, none)
    QApplication.sendEvent(view.viewport(), enter)
    if enter.isAccepted():
        QApplication.sendEvent(view.viewport(), QDragMoveEvent(spot, action, mime, left, none))
        QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(spot), action, mime, left, none))


def test_a_block_from_the_palette_lands_where_it_is_dropped(context, view):
    dropped(view, "relu", (330, 200))
    (new,) = context.selection.nodes
    assert doc(context).node(new).block == "relu"
    assert doc(context).node(new).at == pytest.approx((330, 200), abs=2)


def test_a_block_dropped_on_a_wire_is_inserted_and_makes_room(context, view, mlp, undo_all):
    dropped(view, "relu", (330, 0))
    (new,) = context.selection.nodes
    wires = doc(context).wires
    assert Wire(source="hidden", target=new) in wires
    assert Wire(source=new, target="act") in wires
    assert doc(context).node("act").at[0] > doc(context).node(new).at[0] + 150
    assert undo_all() == 1
    assert doc(context) == mlp


def test_only_known_blocks_can_be_dropped(context, view, mlp):
    dropped(view, "nonsense", (330, 200))
    assert doc(context) == mlp


def test_place_block_inserts_after_the_selected_card(context, view):
    context.selection.set(("act",))
    view.place_block("dropout", {"p": 0.2})
    (new,) = context.selection.nodes
    assert doc(context).node(new).params == {"p": 0.2}
    assert Wire(source="act", target=new) in doc(context).wires
    assert Wire(source=new, target="out") in doc(context).wires


def test_place_block_behind_the_last_card_becomes_the_output_of_the_model(context, view):
    context.selection.set(("out",))
    view.place_block("softmax")
    assert doc(context).train.models["main"].output == context.selection.node


def test_place_block_without_selection_lands_in_the_middle_on_a_free_place(qtbot, context, view):
    view.place_block("linear")
    qtbot.waitUntil(lambda: not view.glide.running, timeout=3000)
    new = doc(context).node(context.selection.node)
    others = [n for n in doc(context).nodes if n.id != new.id]
    cards = view.canvas.cards
    assert not any(cards[new.id].scene_card().intersects(cards[n.id].scene_card()) for n in others)


def test_a_note_is_written_where_it_lies(context, hand, qtbot):
    hand.key(Qt.Key.Key_A, SHIFT)
    editor = QApplication.focusWidget()
    qtbot.keyClicks(editor, "# Idea")
    qtbot.keyClick(editor, Qt.Key.Key_Escape)
    (note,) = doc(context).notes
    assert note.text == "# Idea"


def test_a_note_is_moved_edited_by_a_double_click_and_deleted(context, hand, mlp, undo_all):
    context.document.push("note", lambda d: placing.add_note(d, (100, 150), "old"))
    hand.drag((150, 200), (250, 240))
    (note,) = doc(context).notes
    assert note.at == pytest.approx((200, 190), abs=2)
    hand.double_click((250, 240))
    editor = QApplication.focusWidget()
    editor.setPlainText("new")
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert doc(context).notes[0].text == "new"
    hand.click((250, 240))
    hand.key(Qt.Key.Key_Delete)
    assert doc(context).notes == ()
    undo_all()
    assert doc(context) == mlp


def test_selected_notes_move_with_the_cards_in_one_step(context, hand, undo_all, mlp):
    context.document.push("note", lambda d: placing.add_note(d, (100, 150), "text"))
    hand.key(Qt.Key.Key_A, CONTROL)
    hand.drag("act", (440, 100))
    assert doc(context).node("x").at == (0, 100)
    assert doc(context).notes[0].at == pytest.approx((100, 250), abs=2)
    assert undo_all() == 2
    assert doc(context) == mlp


def test_another_document_ends_a_gesture(context, hand, view):
    hand.press("act")
    hand.move((460, 60))
    hand.move((480, 120))
    context.document.load(Document())
    assert not view.busy
    hand.release((480, 120))
    assert doc(context) == Document()


def test_what_is_pasted_has_its_middle_at_the_place(context, view):
    context.selection.set(("hidden", "act", "out"))
    view.copy()
    view.editor.paste((1000, 500))
    places = [doc(context).node(id).at for id in context.selection.nodes]
    assert [x for x, _ in places] == [780, 1000, 1220]
    assert {y for _, y in places} == {500}


def test_pasting_again_does_not_hide_the_first_copy(context, view):
    context.selection.set(("act",))
    view.copy()
    for _ in range(3):
        view.editor.paste((1000, 500))
    assert len({node.at for node in doc(context).nodes}) == 7


def test_a_duplicate_lies_a_bit_beside_its_original(context, view, hand):
    context.selection.set(("hidden", "act"))
    hand.key(Qt.Key.Key_D, CONTROL)
    assert [doc(context).node(id).at for id in context.selection.nodes] == [(252, 32), (472, 32)]


def test_notes_are_copied_cut_and_duplicated_like_blocks(context, view, hand, mlp):
    context.document.push("note", lambda d: placing.add_note(d, (100, 150), "text"))
    hand.click((150, 200))
    hand.key(Qt.Key.Key_D, CONTROL)
    assert [note.text for note in doc(context).notes] == ["text", "text"]
    assert doc(context).notes[1].at == (132, 182)
    view.canvas.select_notes([note.id for note in doc(context).notes])
    hand.key(Qt.Key.Key_X, CONTROL)
    assert doc(context).notes == ()
    context.selection.set(("act",))
    hand.key(Qt.Key.Key_V, CONTROL)
    assert len(doc(context).notes) == 2
    assert doc(context).nodes == mlp.nodes
