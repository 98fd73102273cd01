"""The rows of the table of gestures that find, place, wire, delete and copy."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.gui.graph.gestures.drop import MIME
from tests.gui.graph.gestures_of_table import ALT, CHAIN, CTRL, LEFT, RIGHT, Key, row


@row("search at the cursor")
def search(case):
    for press in (
        lambda: case.key(Key.Key_Space),
        lambda: case.key(Key.Key_Tab),
        lambda: case.hand.double_click((330, 180)),
    ):
        count = len(case.doc.nodes)
        press()
        case.choose("drpt")  # fuzzy
        assert len(case.doc.nodes) == count + 1
        assert case.doc.node(case.selection.node).block == "dropout"
    assert case.doc.node(case.selection.node).at[0] == pytest.approx(330, abs=2)


@row("palette")
def click_in_the_palette(case):
    case.selection.set(("hidden",))
    QTest.mouseClick(case.window.blocks.chips["dropout"], LEFT)
    new = case.selection.node
    assert case.ends[:3] == [("x", "hidden"), (new, "act"), ("act", "out")]
    assert ("hidden", new) in case.ends


@row("palette")
def drag_from_the_palette(case):
    mime = QMimeData()
    mime.setData(MIME, b"relu")
    spot = QPointF(case.hand.spot((330, 180)))
    none = Qt.KeyboardModifier.NoModifier
    copy = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(spot.toPoint(), copy, mime, LEFT, none)
    QApplication.sendEvent(case.hand.ground, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(case.hand.ground, QDropEvent(spot, copy, mime, LEFT, none))
    assert case.doc.node(case.selection.node).at == pytest.approx((330, 180), abs=3)


@row("drag from a port")
def wires_and_dimmed_ports(case):
    case.add("more", "linear", (440, 240))
    case.add("conv", "conv2d", (660, 240))
    case.view.fit_all()
    cards = case.view.canvas.cards
    case.hand.press(case.hand.port("hidden", "out:out"))
    case.hand.move((300, 120))
    assert cards["more"].lit_ports == {"in:in"}
    assert cards["conv"].lit_ports == frozenset()
    case.hand.move(case.hand.port("more", "in:in"))
    case.hand.release(case.hand.port("more", "in:in"))
    assert ("hidden", "more") in case.ends
    assert cards["more"].lit_ports is None


@row("drag from a port")
def wire_to_empty_canvas(case):
    case.hand.drag(case.hand.port("act", "out:out"), (440, 180))
    popup = case.popup()
    titles = [popup.list.item(row).text() for row in range(popup.list.count())]
    assert "Linear" in titles
    assert "Conv 2-D" not in titles
    case.choose("linear")
    assert ("act", case.selection.node) in case.ends


@row("drop a card on a wire")
def insert_and_take_out(case):
    case.add("loose", "relu", (330, 200))
    case.hand.drag("loose", (330, 0))
    assert {("hidden", "loose"), ("loose", "act")} <= set(case.ends)
    left = case.view.canvas.cards["loose"].scene_card()
    assert not left.intersects(case.view.canvas.cards["act"].scene_card())
    x, y = case.doc.node("loose").at
    case.hand.press("loose", ALT)
    case.go_on((x, y + 80), ALT)
    case.go_on((x, y + 220), ALT)
    case.hand.release((x, y + 220), ALT)
    assert set(case.ends) == set(CHAIN)


@row("cut and delete")
def delete(case):
    for key, held in ((Key.Key_Delete, Qt.KeyboardModifier.NoModifier), (Key.Key_X, CTRL)):
        case.hand.click("act")
        case.key(key, held)
        assert case.ends == [("x", "hidden")]
        case.key(Key.Key_Z, CTRL)
        assert case.ends == CHAIN
    for key, held in ((Key.Key_X, Qt.KeyboardModifier.NoModifier), (Key.Key_Delete, CTRL)):
        case.hand.click("act")
        case.key(key, held)
        assert case.ends == [("x", "hidden"), ("hidden", "out")]
        case.key(Key.Key_Z, CTRL)


@row("mute and freeze")
def mute_and_freeze(case):
    case.hand.click("hidden")
    case.key(Key.Key_M)
    case.key(Key.Key_F)
    assert case.doc.node("hidden").muted
    assert case.doc.node("hidden").frozen


@row("right-drag across wires")
def cut_wires(case):
    case.hand.drag((320, -60), (340, 60), button=RIGHT)
    assert case.ends == [("x", "hidden"), ("act", "out")]
    case.key(Key.Key_Z, CTRL)
    assert case.ends == CHAIN


@row("copy, paste, duplicate")
def copy_and_paste(case):
    case.selection.set(("hidden", "act"))
    case.key(Key.Key_C, CTRL)
    assert '"block": "tanh"' in QApplication.clipboard().text()
    case.key(Key.Key_V, CTRL)
    first, second = case.selection.nodes
    assert (first, second) in case.ends
    case.key(Key.Key_D, CTRL)
    assert len(case.doc.nodes) == 8
    other = case.make_window()
    QTest.keyClick(other.graph, Key.Key_V, CTRL)
    assert [node.block for node in other.context.document.document.nodes] == ["linear", "tanh"]


@row("copy, paste, duplicate")
def paste_text(case):
    text = '{"format": "neural-playground", "version": 1, "nodes": [{"id": "a", "block": "relu"}]}'
    QApplication.clipboard().setText(text)
    case.key(Key.Key_V, CTRL)
    assert case.doc.node(case.selection.node).block == "relu"
    before = case.doc
    QApplication.clipboard().setText("the quick brown fox")
    case.key(Key.Key_V, CTRL)
    assert case.doc is before
    assert case.window.bubble.isVisible()
    assert "clipboard holds no blocks" in case.window.bubble.text.text()
