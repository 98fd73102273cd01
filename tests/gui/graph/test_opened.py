"""A card opened in place: by mouse, keys and zoom, and back; nothing of the document changes."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.document import edits
from playground.gui.depth_model import Level, Place
from playground.gui.settings import Preferences
from playground.telemetry.snapshot import Snapshot

LEFT, ENTER, ESC = Qt.MouseButton.LeftButton, Qt.Key.Key_Return, Qt.Key.Key_Escape


@pytest.fixture
def view(window):
    Preferences(window.context.settings).reduced_motion = True
    window.resize(1600, 1000)
    return window.graph


@pytest.fixture
def open_(view):
    def open_(node="hidden", level=Level.LAYER):
        assert view.context.depth.go(Place(node, level))
        return view.opened

    return open_


def spot_of(view, id):
    return view.mapFromScene(view.canvas.cards[id].pos())


def numbers(node="hidden", step=1):
    """What the probe of a block with two inputs and four outputs gives."""
    rng = np.random.default_rng(step)
    parts = {"in/0": (2,), "out": (4,), "param/weight": (4, 2), "param/bias": (4,)}
    arrays = {f"inside/{node}/{n}": rng.normal(size=s).astype("f4") for n, s in parts.items()}
    arrays[f"inside/{node}/at"] = np.array([step, 0, 0])
    return Snapshot(run=1, step=step, seconds=0.0, scalars={}, arrays=arrays)


def test_a_double_click_opens_the_layer_where_the_card_is(view):
    spot = spot_of(view, "hidden")
    QTest.mouseDClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, spot)
    assert view.context.depth.place == Place("hidden", Level.LAYER)
    assert view.opened.isVisible()
    assert view.opened.geometry().contains(spot_of(view, "hidden"))


def test_neighbours_stay_in_view_beside_it_and_come_back(view, open_):
    before = {id: card.pos() for id, card in view.canvas.cards.items()}
    look = (view.zoom, view.seen().center())
    opened = open_()
    for id, side in (("x", "left"), ("act", "right")):
        rect = view.mapFromScene(view.canvas.cards[id].scene_card()).boundingRect()
        assert not rect.intersects(opened.geometry()), id
        assert (rect.center().x() < opened.geometry().left()) is (side == "left")
    view.context.depth.close()
    assert opened.isHidden()
    assert {id: card.pos() for id, card in view.canvas.cards.items()} == before
    assert view.zoom == pytest.approx(look[0])
    assert (view.seen().center() - look[1]).manhattanLength() < 3 / view.zoom


def test_opening_is_no_edit(view, open_):
    before = view.context.document.document
    open_("act")
    view.context.depth.close()
    assert view.context.document.document is before
    assert not view.context.document.undo_stack.canUndo()


def test_enter_goes_down_and_escape_up(view):
    view.setFocus()
    view.context.selection.set(("act",))
    QTest.keyClick(view, ENTER)
    assert view.context.depth.place.level is Level.LAYER
    QTest.keyClick(view.opened, ESC)
    assert view.context.depth.place.level is Level.OVERVIEW
    assert view.opened.isHidden()
    assert view.context.selection.nodes == ("act",)


def test_a_click_beside_goes_up_and_one_inside_does_not(view, open_):
    opened = open_()
    QTest.mouseClick(opened, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(40, 60))
    assert view.context.depth.place.level is Level.LAYER
    beside = QPoint(opened.geometry().right() + 20, opened.geometry().bottom() - 10)
    QTest.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, beside)
    assert view.context.depth.place.level is Level.OVERVIEW


def test_it_follows_the_view_and_leaves_when_that_zooms_out(view, open_):
    opened = open_()
    before = opened.geometry().center()
    view.scroll_by(QPointF(60, -20))
    moved = opened.geometry().center() - before
    assert (moved.x(), moved.y()) == (-60, 20)
    view.zoom_by(0.5)
    assert view.context.depth.place.level is Level.OVERVIEW


def test_zooming_into_a_card_opens_it(view, qtbot):
    QApplication.processEvents()  # the first look at all of it
    qtbot.waitUntil(lambda: view.context.depth.can_open("act"), timeout=20_000)
    spot = QPointF(spot_of(view, "act"))
    view.look_at(view.canvas.cards["act"].pos())
    view.zoom_by(3.0 / view.zoom, QPointF(view.viewport().rect().center()))
    assert view.context.depth.place.node == "act", spot
    assert view.context.selection.node == "act"  # as after a double-click


def test_it_shows_the_numbers_of_the_snapshot(view, open_):
    opened = open_()
    snapshot = numbers()
    view.context.run.snapshot.emit(snapshot)
    content = opened.content
    shown = {(r.tensor, r.index) for r in content.readings() if r.colour is not None}
    assert {("inside/hidden/out", (i,)) for i in range(4)} <= shown
    assert {("inside/hidden/param/weight", (i, j)) for i in range(4) for j in range(2)} <= shown


def test_a_block_deleted_while_it_is_open_is_left(view, open_):
    opened = open_()
    model = view.context.document
    assert model.push("delete", lambda d: edits.remove_nodes(d, ("hidden",)))
    assert view.context.depth.place == Place()
    assert opened.isHidden()
    assert set(view.canvas.cards) == {"x", "act", "out"}


def test_a_smaller_block_keeps_the_place_inside(view, open_):
    assert view.context.depth.go(Place("hidden", Level.LAYER, (3,), (3,)))
    model = view.context.document
    model.push("smaller", lambda d: edits.set_param(d, "hidden", "out_features", 2))
    assert view.context.depth.place.unit == (1,)


def test_theme_and_language_may_change_while_it_is_open(view, window, open_):
    opened = open_()
    view.context.run.snapshot.emit(numbers())
    window.appearance.set_theme("dark")
    window.appearance.set_language("zh")
    assert opened.isVisible()
    assert opened.content.readings()
    window.appearance.set_language("en")
    assert "hidden" in opened.accessibleName()


def test_a_hidden_or_closed_card_asks_for_nothing(view, open_):
    run = view.context.run
    opened = open_()
    content = opened.content
    assert any(p.name == "inside" for p in run.steering.probes)
    view.context.depth.close()
    assert not any(p.name == "inside" for p in run.steering.probes), content


def test_a_block_without_an_output_cannot_be_opened(view):
    model = view.context.document
    wire = next(w for w in model.document.wires if w.target == "act")
    model.push("cut", lambda d: edits.disconnect(d, wire))
    assert not view.context.depth.open("act")
    told = []
    view.context.notices.posted.connect(lambda text, kind: told.append(text))
    view.context.selection.set(("act",))
    view.opened.deeper()
    assert told == ["act has no output yet: repair it first."]


def turn_wheel(view, widget, notches):
    """Turn the wheel of a mouse that is on a widget, to the right of its middle."""
    window = widget.window()
    spot = QPointF(widget.mapTo(window, widget.rect().center() + QPoint(40, 0)))
    for _ in range(abs(notches)):
        turn = QPoint(0, 120 if notches > 0 else -120)
        QTest.wheelEvent(window.windowHandle(), spot, turn)
        QApplication.processEvents()
        view._wheel_pause.stop()
        view._follow_wheel()


def test_a_wheel_goes_down_all_levels_and_up_again(view, open_):
    QApplication.processEvents()  # the first look at all of it
    opened, depth = open_(), view.context.depth
    before = opened.geometry()
    for level in (Level.NEURON, Level.ARITHMETIC):
        turn_wheel(view, opened.content, 3)
        assert depth.place.level is level
        off = opened.geometry().center() - before.center()
        assert off.manhattanLength() < 8, "each level is framed like the first"
    turn_wheel(view, opened.content, 3)
    assert depth.place.level is Level.ARITHMETIC
    for level in (Level.NEURON, Level.LAYER, Level.OVERVIEW):
        turn_wheel(view, opened.content or opened, -3)
        assert depth.place.level is level
    assert not opened.isVisible()


@pytest.mark.parametrize("at", [(0, 0), (900, 300)])
def test_a_card_with_neighbours_at_one_side_moves_to_the_other(view, open_, at):
    """As at the turn of a snake of cards: nothing is left of it, two are at its right."""
    x, y = at
    places = {"act": at, "hidden": (x + 300, y - 250), "out": (x + 300, y)}
    view.context.document.push("", lambda d: edits.move_nodes(d, places))
    opened = open_("act")
    room = view.viewport().rect()
    assert room.contains(opened.geometry())
    for id in ("hidden", "out"):
        rect = view.mapFromScene(view.canvas.cards[id].scene_card()).boundingRect()
        assert rect.left() >= room.left(), id
        assert rect.right() <= room.right(), id


def test_the_minimap_makes_room_for_an_open_block(view, open_):
    view.context.depth.close()
    assert view.minimap.isVisible()
    opened = open_()
    under = opened.geometry()
    under.moveBottomRight(view.minimap.geometry().center())
    opened.setGeometry(under)
    assert not view.minimap.isVisible()
    view.context.depth.close()
    assert view.minimap.isVisible()


def test_in_a_small_window_an_open_block_takes_the_room_that_there_is(window, view, open_):
    window.resize(1000, 640)
    opened = open_()
    room = view.viewport().rect()
    assert room.adjusted(-1, -1, 1, 1).contains(opened.geometry())
    assert opened.width() >= room.width() - 48  # a little of the neighbours stays in sight
    assert not view.legend.geometry().intersects(opened.geometry()) or not view.legend.isVisible()


def test_from_level_to_level_the_old_picture_fades_and_is_gone(view, open_, qtbot):
    Preferences(view.context.settings).reduced_motion = False
    opened = open_()
    qtbot.waitUntil(lambda: not opened.moving)
    QTest.keyClick(opened, ENTER)
    assert opened.fade.isVisible()
    assert opened.fade.geometry().isValid()
    assert opened.content.place.level is Level.NEURON  # which is there at once
    qtbot.waitUntil(lambda: not opened.fade.isVisible(), timeout=2000)
    QTest.keyClick(opened, ENTER)
    view.context.depth.close()
    assert not opened.fade.isVisible()


def test_with_reduced_motion_nothing_fades(view, open_):
    opened = open_()
    QTest.keyClick(opened, ENTER)
    assert not opened.fade.isVisible()
