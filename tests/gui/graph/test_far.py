"""From far away everything is drawn at once, and what only came widens the whole."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

from playground.document import edits
from playground.document.model import Document, Node, Note, Wire
from playground.gui.graph.extent import Extent
from playground.gui.graph.picture_out import GraphPicture
from playground.gui.graph.style import hue


def seen(view) -> QImage:
    image = QImage(view.viewport().size(), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    view.render(painter)
    painter.end()
    return image


def colour_at(view, place: QPointF) -> str:
    return seen(view).pixelColor(view.mapFromScene(place)).name()


@pytest.fixture
def afar(view):
    """The canvas, so far away that cards are tiles."""
    view.zoom_by(0.2 / view.zoom)
    return view


def test_a_card_is_a_tile_in_the_colour_of_its_family(afar, context):
    card = afar.canvas.cards["hidden"]
    tile = hue(context.theme.tokens, card.facts.family).tile.name()
    assert colour_at(afar, card.pos()) == tile
    context.theme.set_mode("dark")
    other = hue(context.theme.tokens, card.facts.family).tile.name()
    assert colour_at(afar, card.pos()) == other != tile


def test_a_selected_tile_is_outlined_and_a_dragged_one_is_where_the_hand_is(afar, context):
    card = afar.canvas.cards["hidden"]
    left = QPointF(card.scene_card().left(), card.pos().y())
    context.selection.set(["hidden"])
    assert colour_at(afar, left) == context.theme.tokens.accent
    away = card.pos() + QPointF(0, 900)
    afar.canvas.drag({"hidden": away.toTuple()})
    tile = hue(context.theme.tokens, card.facts.family).tile.name()
    assert colour_at(afar, away) == tile


def test_a_wire_is_a_hair_line_and_red_where_a_block_cannot_take_it(afar, context):
    wire = next(iter(afar.canvas.wires()))
    middle = wire.path().pointAtPercent(0.5)
    spot = afar.mapFromScene(middle)

    def colours() -> set[str]:
        image = seen(afar)
        return {image.pixelColor(spot.x(), spot.y() + dy).name() for dy in range(-2, 3)}

    assert afar.canvas.look.wire.name() in colours()
    wire.set_tensor(wire.tensor, True)
    assert afar.canvas.look.bad.name() in colours()


def test_a_small_picture_file_shows_tiles_too(view):
    card = view.canvas.cards["hidden"]
    with GraphPicture(view) as picture:
        image = picture.image(0.2)
        spot = (card.pos() - picture.rect.topLeft()) * 0.2
    tile = hue(view.canvas.look.tokens, card.facts.family).tile.name()
    assert image.pixelColor(spot.toPoint()).name() == tile


def far_out(number: int) -> Node:
    return Node(id=f"new{number}", block="relu", at=(900.0 * number, -700.0 * number))


def test_the_whole_is_right_after_every_kind_of_edit(view, context, undo_all):
    todo = [
        lambda d: edits.add_node(d, far_out(2)),
        lambda d: edits.add_node(d, far_out(5)),
        lambda d: edits.connect(d, Wire(source="new2", target="new5")),
        lambda d: edits.move_nodes(d, {"new5": (-3000.0, 100.0)}),
        lambda d: edits.remove_nodes(d, ["new5"]),
        lambda d: d.with_(notes=(Note(id="note", at=(5000.0, 0.0)),)),
        lambda d: d.with_(notes=()),
        lambda d: edits.remove_nodes(d, d.by_id),
    ]
    for edit in todo:
        context.document.push("edit", edit)
        assert view.canvas.contents() == Extent(view.canvas).whole()
    undo_all()
    assert view.canvas.contents() == Extent(view.canvas).whole()
    context.document.load(Document())
    assert view.canvas.contents().isEmpty()


def test_cards_lie_on_each_other_in_the_order_of_the_document(view, context):
    places = [Node(id=f"c{n}", block="relu", at=(40.0 * n, 20.0 * n)) for n in range(20)]
    context.document.load(Document(nodes=tuple(places)))
    assert list(view.canvas.cards) == [node.id for node in places]
