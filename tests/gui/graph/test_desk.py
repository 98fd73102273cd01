"""Aligning cards and finding one."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.document import edits, frames
from playground.gui.graph.align import GAP, align

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier

RECTS = {"a": QRectF(0, 0, 100, 50), "b": QRectF(30, 200, 60, 80), "c": QRectF(-20, 400, 80, 40)}


def moved(side):
    places = align(RECTS, side)
    found = {}
    for id, rect in RECTS.items():
        found[id] = QRectF(rect)
        if id in places:
            found[id].moveCenter(type(rect.center())(*places[id]))
    return found


@pytest.mark.parametrize(
    ("side", "read", "value"),
    [
        ("left", QRectF.left, -20),
        ("right", QRectF.right, 100),
        ("centre", lambda r: r.center().x(), 40),
        ("top", QRectF.top, 0),
        ("bottom", QRectF.bottom, 440),
        ("middle", lambda r: r.center().y(), 222.5),
    ],
)
def test_all_cards_lie_on_one_line_and_none_on_another(side, read, value):
    rects = moved(side)
    assert {read(rect) for rect in rects.values()} == {value}
    found = list(rects.values())
    for number, rect in enumerate(found):
        assert not any(rect.intersects(other) for other in found[number + 1 :])


def test_cards_that_are_free_of_each_other_keep_their_distance():
    assert {id: rect.top() for id, rect in moved("left").items()} == {"a": 0, "b": 200, "c": 400}


def test_a_row_becomes_a_column_in_its_order():
    row = {id: QRectF(200 * n, 3 * n, 100, 50) for n, id in enumerate("abc")}
    places = align(row, "left")
    assert [places[id][1] for id in "bc"] == [25 + (50 + GAP), 25 + 2 * (50 + GAP)]


def test_one_card_has_nothing_to_align_with():
    assert align({"a": QRectF(0, 0, 10, 10)}, "left") == {}


def test_shift_and_an_arrow_align_in_one_undo_step(context, hand, view):
    context.document.push("move", lambda d: edits.move_nodes(d, {"act": (440, 37)}))
    before = context.document.document
    context.selection.set(("hidden", "act"))
    hand.key(Qt.Key.Key_Up, SHIFT)
    cards = view.canvas.cards
    assert cards["hidden"].scene_card().top() == cards["act"].scene_card().top()
    context.document.undo_stack.undo()
    assert context.document.document == before


def find(hand, text):
    hand.key(Qt.Key.Key_F, CONTROL)
    popup = QApplication.activePopupWidget()
    popup.field.setText(text)
    return popup


@pytest.mark.parametrize("text", ["act", "tanh", "Tanh"])
def test_a_block_is_found_by_id_title_and_kind(context, hand, view, text):
    context.document.push("far", lambda d: edits.move_nodes(d, {"act": (9000, 9000)}))
    popup = find(hand, text)
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert context.selection.nodes == ("act",)
    assert view.seen().contains(view.canvas.cards["act"].scene_card())


def test_a_block_is_found_by_its_frame(context, hand):
    context.document.push("f", lambda d: frames.add_frame(d, ("out",), "Decision")[0])
    popup = find(hand, "decision")
    assert popup.list.count() == 1
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert context.selection.nodes == ("out",)


def test_what_does_not_exist_is_not_found_and_escape_changes_nothing(context, hand):
    popup = find(hand, "qqq")
    assert popup.list.count() == 0
    assert popup.none.isVisible()
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    QTest.keyClick(popup.field, Qt.Key.Key_Escape)
    assert context.selection.nodes == ()
