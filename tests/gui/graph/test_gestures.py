"""Mouse and keyboard on the canvas become edits of the document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.document import edits
from playground.document.model import Node, Wire

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def add(context, node: Node) -> None:
    assert context.document.push("add", lambda d: edits.add_node(d, node))


def doc(context):
    return context.document.document


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


def test_dragging_a_card_moves_the_selection_in_one_undo_step(context, hand, mlp, undo_all):
    context.selection.set(("hidden", "act"))
    hand.drag("act", (440, 120))
    assert doc(context).node("act").at == (440, 120)
    assert doc(context).node("hidden").at == (220, 120)
    assert doc(context).node("x").at == (0, 0)
    assert undo_all() == 1
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


def test_a_new_wire_replaces_the_one_at_an_input_that_takes_one(context, hand, mlp, undo_all):
    hand.drag(hand.port("x", "out:out"), hand.port("out", "in:in"))
    arriving = [w for w in doc(context).wires if w.target == "out"]
    assert arriving == [Wire(source="x", target="out")]
    assert undo_all() == 1
    assert doc(context) == mlp


def test_ports_that_fit_light_up_and_others_dim(context, hand, view):
    add(context, Node(id="conv", block="conv2d", at=(440, 220)))
    hand.press(hand.port("hidden", "out:out"))
    hand.move((330, 150))
    cards = view.canvas.cards
    assert cards["out"].lit_ports == {"in:in"}
    assert cards["conv"].lit_ports == frozenset()  # takes an image
    assert cards["x"].lit_ports == frozenset()
    assert cards["conv"].opacity() < 0.5 < cards["out"].opacity()
    hand.key(Qt.Key.Key_Escape)
    assert cards["out"].lit_ports is None
    assert cards["conv"].opacity() == 1


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


def test_a_loose_card_dropped_on_a_wire_is_inserted(context, hand):
    add(context, Node(id="loose", block="relu", at=(330, 200)))
    hand.drag("loose", (330, 0))
    assert Wire(source="hidden", target="loose") in doc(context).wires
    assert Wire(source="loose", target="act") in doc(context).wires


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
