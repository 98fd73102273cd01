"""What is seen of the graph, and the overlays over it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from playground.document import edits
from playground.document.model import Document, Node
from playground.gui.graph import card_paint, far
from playground.telemetry.probes.activations import Activations


def wheel(view, spot: QPoint, delta: int) -> None:
    event = QWheelEvent(
        QPointF(spot),
        QPointF(view.viewport().mapToGlobal(spot)),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(view.viewport(), event)


@pytest.mark.parametrize("delta", [120, -240])
def test_the_wheel_zooms_at_the_cursor(view, delta):
    spot = QPoint(700, 150)
    before, zoom = view.to_scene(QPointF(spot)), view.zoom
    wheel(view, spot, delta)
    assert (view.zoom > zoom) == (delta > 0)
    after = view.to_scene(QPointF(spot))
    assert (after - before).manhattanLength() < 2 / view.zoom


def test_zoom_has_limits(view):
    for _ in range(40):
        view.zoom_in()
    assert view.zoom == pytest.approx(4)
    for _ in range(80):
        view.zoom_out()
    assert view.zoom == pytest.approx(0.05)
    view.reset_zoom()
    assert view.zoom == pytest.approx(1)


def test_fit_shows_everything_and_fit_selection_the_selected(view, context):
    context.document.push("far", lambda d: edits.move_nodes(d, {"out": (3000, 900)}))
    view.fit_all()
    assert view.seen().contains(view.canvas.contents())
    context.selection.set(("out",))
    QTest.keyClick(view, Qt.Key.Key_Period)
    assert view.zoom == pytest.approx(1)
    assert (view.seen().center() - view.canvas.cards["out"].pos()).manhattanLength() < 60
    QTest.keyClick(view, Qt.Key.Key_Home)
    assert view.seen().contains(view.canvas.contents())


def test_another_document_is_fitted(view, context):
    far = Node(id="x", block="input", at=(5000, 5000))
    context.document.load(Document(nodes=(far,)))
    assert view.seen().contains(view.canvas.contents())


@pytest.mark.parametrize(
    ("zoom", "level"), [(1.0, "full"), (0.51, "full"), (0.4, "brief"), (0.2, "tile")]
)
def test_cards_have_levels_of_detail(view, monkeypatch, zoom, level):
    drawn = set()
    for name in ("full", "brief"):
        monkeypatch.setattr(card_paint, name, lambda *_, name=name: drawn.add(name))
    monkeypatch.setattr(far, "_wires", lambda *_: drawn.add("tile"))
    view.zoom_by(zoom / view.zoom)
    view.grab()
    assert drawn == {level}


def test_the_badge_can_be_seen_far_away(view, context):
    context.document.push("cut", lambda d: edits.disconnect(d, d.wires[0]))
    view.zoom_by(0.2 / view.zoom)
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    view.render(painter)
    painter.end()
    card = view.canvas.cards["hidden"].scene_card()
    corner = view.mapFromScene(card.topRight())
    bad = context.theme.tokens.bad
    around = [
        image.pixelColor(corner.x() + dx, corner.y() + dy).name()
        for dx in range(-8, 9)
        for dy in range(-8, 9)
    ]
    assert around.count(bad) > 30


def test_the_search_is_fuzzy_and_driven_by_keys(view, context):
    QTest.keyPress(view, Qt.Key.Key_Space)
    QTest.keyRelease(view, Qt.Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert popup.list.count() == len(list(popup._keys))
    QTest.keyClicks(popup.field, "mxpl")
    assert popup.list.item(0).text() == "Max Pool 2-D"
    popup.field.clear()
    QTest.keyClicks(popup.field, "conv")
    QTest.keyClick(popup.field, Qt.Key.Key_Down)
    chosen = popup.list.currentItem().data(Qt.ItemDataRole.UserRole)
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert QApplication.activePopupWidget() is None
    assert context.document.document.node(context.selection.node).block == chosen


def test_a_search_without_match_says_so_and_escape_closes(view, context, mlp):
    QTest.keyClick(view, Qt.Key.Key_Tab)
    popup = QApplication.activePopupWidget()
    QTest.keyClicks(popup.field, "zzzz")
    assert popup.none.isVisible()
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    QTest.keyClick(popup.field, Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert context.document.document == mlp


def test_the_header_states_the_sums_of_the_check(view, context):
    cost = context.document.report.cost
    assert view.header.title.text() == "Two moons"
    assert f"{cost.parameters} parameters" in view.header.sums.text()
    assert f"{4 * cost.parameters} B" in view.header.sums.text()
    assert f"{cost.flops} FLOP per sample" in view.header.sums.text()


def test_a_double_click_on_the_title_renames_the_document(view, context):
    QTest.mouseDClick(view.header.title, Qt.MouseButton.LeftButton)
    view.header.field.setText("Better")
    QTest.keyClick(view.header.field, Qt.Key.Key_Return)
    assert context.document.document.title == "Better"
    assert view.header.title.text() == "Better"
    assert context.document.undo_stack.count() == 1


def test_escape_leaves_the_title_as_it_was(view, context, mlp):
    view.header.edit_title()
    view.header.field.setText("Other")
    QTest.keyClick(view.header.field, Qt.Key.Key_Escape)
    assert context.document.document == mlp


def test_an_empty_canvas_offers_presets_and_a_first_block(make_context, show, qtbot):
    view = show(make_context(Document()))
    assert view.welcome.isVisible()
    with qtbot.waitSignal(view.presets_requested):
        QTest.mouseClick(view.welcome.presets, Qt.MouseButton.LeftButton)
    QTest.mouseClick(view.welcome.add, Qt.MouseButton.LeftButton)
    QApplication.activePopupWidget().chosen.emit("input")
    assert len(view.context.document.document.nodes) == 1
    assert not view.welcome.isVisible()
    QApplication.activePopupWidget().close()


def test_a_click_on_the_minimap_looks_there(view):
    view.zoom_by(3 / view.zoom)
    QTest.mouseClick(view.minimap, Qt.MouseButton.LeftButton, pos=QPoint(20, 38))
    left = view.seen().center().x()
    QTest.mouseClick(view.minimap, Qt.MouseButton.LeftButton, pos=QPoint(110, 38))
    assert view.seen().center().x() > left + 100


def test_screen_readers_get_the_selection(view, context):
    assert view.accessibleName() == "Graph of the network"
    assert view.accessibleDescription() == "4 blocks"
    context.selection.set(("hidden",))
    assert view.accessibleDescription().startswith("Linear (hidden)")
    context.selection.set(("hidden", "act"))
    assert view.accessibleDescription() == "Selected: Linear, Tanh"


def test_keyboard_focus_is_ringed_and_a_click_hides_the_ring(view, hand, context):
    hand.key(Qt.Key.Key_Right)
    assert view.canvas.cards["x"].focused
    hand.click("hidden")
    assert not view.canvas.cards["hidden"].focused


def test_measurements_are_asked_for_only_while_the_canvas_is_visible(view, context):
    assert Activations(sample=0) in context.run.steering.probes
    view.hide()
    assert Activations(sample=0) not in context.run.steering.probes


def test_focus_node_selects_and_shows_a_card(view, context):
    context.document.push("far", lambda d: edits.move_nodes(d, {"out": (3000, 900)}))
    view.focus_node("out")
    assert context.selection.nodes == ("out",)
    assert view.seen().contains(view.canvas.cards["out"].scene_card())
    view.focus_node("nobody")
    assert context.selection.nodes == ("out",)


def test_a_placed_block_is_brought_into_view(qtbot, view, context):
    view.fit_all()
    for _ in range(8):
        view.place_block("tanh")
    qtbot.waitUntil(lambda: not view.glide.running, timeout=3000)
    assert view.seen().contains(view.canvas.contents())
    view.reset_zoom()
    view.focus_node("x")
    view.place_block("relu")
    qtbot.waitUntil(lambda: not view.glide.running, timeout=3000)
    assert view.seen().contains(view.canvas.cards[context.selection.node].scene_card())


def test_the_last_block_shows_classes_also_where_no_model_is_named(view, context):
    context.document.push("unname", lambda d: edits.set_train(d, models={}))
    assert context.document.report.models["main"].output == "out"
    assert view.canvas.cards["out"].facts.loss == "cross_entropy"
    context.document.push("last", lambda d: edits.remove_and_reconnect(d, ["out"]))
    context.document.push("size", lambda d: edits.set_param(d, "hidden", "out_features", 2))
    assert view.canvas.cards["act"].facts.loss == "cross_entropy"
    context.document.undo_stack.undo()
    assert view.canvas.cards["act"].facts.loss == ""
