"""Mouse and keyboard on the canvas become edits of the document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QAction, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.document import edits
from playground.document.model import Node, Wire
from playground.gui.graph import placing
from playground.gui.graph.gestures.drop import MIME

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def notices(context):
    found = []
    context.notices.posted.connect(lambda text, kind: found.append(text))
    context.document.refused.connect(lambda error: found.append(str(error)))
    return found


def add(context, node: Node) -> None:
    assert context.document.push("add", lambda d: edits.add_node(d, node))


def doc(context):
    return context.document.document


def undo_all(context) -> int:
    """Undo everything; how many steps that took."""
    steps = context.document.undo_stack.count()
    while context.document.undo_stack.canUndo():
        context.document.undo_stack.undo()
    return steps


def test_a_click_selects_a_card_and_a_click_beside_it_nothing(context, hand):
    hand.click("hidden")
    assert context.selection.nodes == ("hidden",)
    hand.click((330, 200))
    assert context.selection.nodes == ()


def test_shift_click_adds_and_takes_away(context, hand):
    hand.click("hidden")
    hand.click("act", SHIFT)
    assert context.selection.nodes == ("hidden", "act")
    hand.click("hidden", SHIFT)
    assert context.selection.nodes == ("act",)


def test_a_click_on_one_of_several_selected_cards_keeps_only_it(context, hand):
    context.selection.set(("hidden", "act"))
    hand.click("act")
    assert context.selection.nodes == ("act",)


def test_a_rubber_band_selects_the_cards_it_touches(context, hand):
    hand.drag((150, -150), (460, 150))
    assert set(context.selection.nodes) == {"hidden", "act"}


def test_escape_during_a_rubber_band_brings_the_selection_back(context, hand):
    context.selection.set(("x",))
    hand.press((150, -150))
    hand.move((460, 150))
    assert "hidden" in context.selection.nodes
    hand.key(Qt.Key.Key_Escape)
    assert context.selection.nodes == ("x",)


def test_dragging_a_selected_card_moves_the_selection_in_one_undo_step(context, hand, mlp):
    context.selection.set(("hidden", "act"))
    hand.drag("act", (440, 120))
    assert doc(context).node("act").at == (440, 120)
    assert doc(context).node("hidden").at == (220, 120)
    assert doc(context).node("x").at == (0, 0)
    assert undo_all(context) == 1
    assert doc(context) == mlp


def test_the_document_stays_as_it_is_while_a_card_is_dragged(context, hand, view, mlp):
    hand.press("act")
    hand.move((460, 60))
    hand.move((480, 120))
    assert doc(context) is context.document.document
    assert doc(context) == mlp
    assert view.canvas.cards["act"].pos().y() > 50
    hand.key(Qt.Key.Key_Escape)
    assert view.canvas.cards["act"].pos() == QPointF(440, 0)
    hand.release((480, 120))
    assert doc(context) == mlp


def test_wires_follow_a_dragged_card(hand, view):
    item = next(w for w in view.canvas.wires() if w.wire.source == "act")
    hand.press("act")
    hand.move((460, 60))
    hand.move((480, 120))
    start = item.path().pointAtPercent(0)
    assert start == view.canvas.cards["act"].port_place("out:out")
    hand.key(Qt.Key.Key_Escape)


def test_a_drag_from_an_output_to_an_input_draws_a_wire(context, hand):
    add(context, Node(id="extra", block="linear", at=(660, 220)))
    hand.drag(hand.port("act", "out:out"), hand.port("extra", "in:in"))
    assert Wire(source="act", target="extra") in doc(context).wires


def test_a_wire_can_be_drawn_backwards_and_dropped_on_the_body_of_a_card(context, hand):
    add(context, Node(id="extra", block="linear", at=(440, 220)))
    hand.drag(hand.port("extra", "in:in"), "hidden")
    assert Wire(source="hidden", target="extra") in doc(context).wires


def test_a_new_wire_replaces_the_one_at_an_input_that_takes_one(context, hand, mlp):
    hand.drag(hand.port("x", "out:out"), hand.port("out", "in:in"))
    arriving = [w for w in doc(context).wires if w.target == "out"]
    assert arriving == [Wire(source="x", target="out")]
    assert undo_all(context) == 1
    assert doc(context) == mlp


def test_ports_that_fit_light_up_and_others_dim(context, hand, view):
    add(context, Node(id="conv", block="conv2d", at=(440, 220)))
    hand.press(hand.port("hidden", "out:out"))
    hand.move((330, 150))
    cards = view.canvas.cards
    assert cards["out"].lit_ports == {"in:in"}
    assert cards["conv"].lit_ports == frozenset()  # takes an image
    assert cards["x"].lit_ports == frozenset()
    hand.key(Qt.Key.Key_Escape)
    assert cards["out"].lit_ports is None


def test_a_wire_to_a_block_that_cannot_take_it_is_refused_with_the_reason(context, hand, notices):
    add(context, Node(id="conv", block="conv2d", at=(440, 220)))
    wires = doc(context).wires
    hand.drag(hand.port("hidden", "out:out"), hand.port("conv", "in:in"))
    assert doc(context).wires == wires
    (notice,) = notices
    assert "conv needs an image (channels, height, width)" in notice
    assert "hidden gives 4" in notice
    assert "Reshape" in notice


def test_a_wire_that_would_close_a_circle_is_refused(context, hand, notices):
    wires = doc(context).wires
    hand.drag(hand.port("act", "out:out"), hand.port("hidden", "in:in"))
    assert doc(context).wires == wires
    assert "circle" in notices[0]


def test_dragging_the_end_of_a_wire_onto_empty_canvas_disconnects_it(context, hand):
    hand.drag(hand.port("act", "in:in"), (400, 220))
    assert Wire(source="hidden", target="act") not in doc(context).wires


def test_a_wire_dropped_on_empty_canvas_offers_the_blocks_that_fit(context, hand, view):
    hand.drag(hand.port("hidden", "out:out"), (330, 200))
    popup = QApplication.activePopupWidget()
    keys = [popup.list.item(row).text() for row in range(popup.list.count())]
    assert "Linear" in keys
    assert "Conv 2-D" not in keys
    popup.field.setText("linear")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    (new,) = context.selection.nodes
    assert Wire(source="hidden", target=new) in doc(context).wires
    assert doc(context).node(new).at == pytest.approx((330, 200), abs=2)
    assert context.document.undo_stack.count() == 1


def test_delete_removes_blocks_with_their_wires_and_undo_brings_them_back(context, hand, mlp):
    hand.click("act")
    hand.key(Qt.Key.Key_Delete)
    assert "act" not in doc(context).by_id
    assert doc(context).wires == (Wire(source="x", target="hidden"),)
    context.document.undo_stack.undo()
    assert doc(context) == mlp


@pytest.mark.parametrize(
    ("key", "held"), [(Qt.Key.Key_X, Qt.KeyboardModifier.NoModifier), (Qt.Key.Key_Delete, CONTROL)]
)
def test_delete_and_reconnect_closes_the_gap(context, hand, key, held):
    hand.click("act")
    hand.key(key, held)
    assert doc(context).wires[-1] == Wire(source="hidden", target="out")


def test_a_selected_wire_can_be_deleted(context, hand, view):
    item = next(w for w in view.canvas.wires() if w.wire.source == "hidden")
    hand.click(item.path().pointAtPercent(0.5))
    assert context.selection.wires == (item.wire,)
    assert item.selected
    hand.key(Qt.Key.Key_Delete)
    assert item.wire not in doc(context).wires


def test_a_right_drag_cuts_the_wires_it_crosses(context, hand, view):
    hand.drag((320, -60), (340, 60), button=Qt.MouseButton.RightButton)
    assert Wire(source="hidden", target="act") not in doc(context).wires
    assert len(doc(context).wires) == 2


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


def test_arrow_keys_move_the_selection_and_are_one_undo_step_until_let_go(context, hand, mlp):
    hand.click("act")
    for _ in range(3):
        context.document.merge_broken = False  # as while the key is held
        hand.key(Qt.Key.Key_Right)
    assert doc(context).node("act").at == (464, 0)
    undo_all(context)
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


def test_a_block_dropped_on_a_wire_is_inserted_and_makes_room(context, view, mlp):
    dropped(view, "relu", (330, 0))
    (new,) = context.selection.nodes
    wires = doc(context).wires
    assert Wire(source="hidden", target=new) in wires
    assert Wire(source=new, target="act") in wires
    assert doc(context).node("act").at[0] > doc(context).node(new).at[0] + 150
    assert undo_all(context) == 1
    assert doc(context) == mlp


def test_only_known_blocks_can_be_dropped(context, view, mlp):
    dropped(view, "nonsense", (330, 200))
    assert doc(context) == mlp


def test_a_loose_card_dropped_on_a_wire_is_inserted(context, hand):
    add(context, Node(id="loose", block="relu", at=(330, 200)))
    hand.drag("loose", (330, 0))
    assert Wire(source="hidden", target="loose") in doc(context).wires
    assert Wire(source="loose", target="act") in doc(context).wires


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


def test_place_block_without_selection_lands_in_the_middle_on_a_free_place(context, view):
    view.place_block("linear")
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


def test_a_note_is_moved_edited_by_a_double_click_and_deleted(context, hand, mlp):
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
    undo_all(context)
    assert doc(context) == mlp


def test_space_pans_although_a_menu_has_it_as_the_shortcut_of_the_search(hand, view):
    action = QAction("search", view)
    action.setShortcut(Qt.Key.Key_Space)
    action.triggered.connect(lambda: view.open_search())
    view.addAction(action)
    before = view.seen().center().x()
    QTest.keyPress(view, Qt.Key.Key_Space)
    assert QApplication.activePopupWidget() is None
    hand.drag((200, 200), (300, 200))
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert view.seen().center().x() < before - 80


def test_middle_drag_and_space_drag_pan(context, hand, view):
    before = view.seen().center()
    hand.drag((300, 200), (200, 200), button=Qt.MouseButton.MiddleButton)
    assert view.seen().center().x() == pytest.approx(before.x() + 100, abs=3)
    QTest.keyPress(view, Qt.Key.Key_Space)
    hand.drag((200, 200), (300, 200))
    QTest.keyRelease(view, Qt.Key.Key_Space)
    assert view.seen().center().x() == pytest.approx(before.x(), abs=5)
    assert QApplication.activePopupWidget() is None  # Space was for the hand, not for the search
    assert context.selection.nodes == ()


def test_the_end_of_a_gesture_leaves_no_mark(hand, view):
    hand.drag((320, -60), (330, -50), button=Qt.MouseButton.RightButton)
    assert not any(w.marked for w in view.canvas.wires())
    assert view.cancel_gesture() is False


def test_a_double_click_on_empty_canvas_searches_there(context, hand, view):
    hand.double_click((330, 200))
    popup = QApplication.activePopupWidget()
    assert popup is not None
    popup.chosen.emit("relu")
    popup.close()
    assert doc(context).node(context.selection.node).at == pytest.approx((330, 200), abs=2)
