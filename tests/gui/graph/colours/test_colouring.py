"""Cards are coloured by real costs and real gradients, and the legend says what the colours are."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from playground.check.cost import summarise
from playground.document import edits
from playground.gui.graph.colours.measures import MEASURES, batch_size, costs, gradients, healths
from playground.gui.graph.picture_out import GraphPicture
from playground.telemetry.snapshot import Snapshot


def snapshot(**arrays) -> Snapshot:
    named = {name.replace("__", "/"): np.array(a, np.float32) for name, a in arrays.items()}
    return Snapshot(run=1, step=1, seconds=0.0, scalars={}, arrays=named)


def darkness(view, id: str) -> float:
    return 1 - QColor(view.canvas.cards[id].tint).lightnessF()


def test_it_is_off_until_chosen_and_remembered(view, context, show):
    assert view.colouring.key == ""
    assert not any(card.tint for card in view.canvas.cards.values())
    assert view.colouring.caption(context.theme) is None
    view.colouring.choose("parameters")
    assert show(context).colouring.key == "parameters"
    view.colouring.choose("")
    assert not any(card.tint for card in view.canvas.cards.values())


@pytest.mark.parametrize("key", ["parameters", "flops", "activations"])
def test_costs_are_those_of_the_check(key, view, context):
    report = context.document.report
    for id, value in costs(key, report, view.canvas.cards).items():
        of_one = summarise(report, (id,))
        batch = batch_size(report)
        expected = {
            "parameters": of_one.parameters,
            "flops": of_one.flops,
            "activations": of_one.activation_bytes * batch,
        }
        assert value == expected[key]
    assert batch_size(report) == report.experiment.batch_size > 1


def test_the_dearest_block_is_darkest_and_the_legend_states_the_range(view, context):
    view.colouring.choose("parameters")
    assert darkness(view, "hidden") > darkness(view, "out") > darkness(view, "act")
    caption = view.colouring.caption(context.theme)
    assert caption.ends == ("0", "linear", "12")
    assert caption.words() == "Parameters. 0 … 12 (linear)"
    ramp = [QColor(*rgba).name() for rgba in caption.ramp.tolist()]
    assert view.canvas.cards["hidden"].tint == ramp[-1]


def test_an_edit_changes_colours_and_legend(view, context):
    view.colouring.choose("parameters")
    before = view.canvas.cards["hidden"].tint
    context.document.push("wider", lambda d: edits.set_param(d, "hidden", "out_features", 400))
    caption = view.colouring.caption(context.theme)
    assert caption.ends == ("0", "linear", "1.2 k")
    assert view.canvas.cards["hidden"].tint == before  # still the dearest
    (wire,) = (w for w in context.document.document.wires if w.target == "hidden")
    context.document.push("cut", lambda d: edits.disconnect(d, wire))
    assert "not known" in view.colouring.caption(context.theme).words()
    assert view.canvas.cards["hidden"].tint == context.theme.tokens.field


def test_the_gradient_is_the_measured_one_and_follows_the_training(qtbot, view, context):
    view.colouring.choose("gradient")
    words = view.colouring.caption(context.theme).words()
    assert words == "Size of the gradient. known once it trains"
    with qtbot.waitSignal(view.colouring.changed, timeout=3000):
        context.run.snapshot.emit(snapshot(gradients__hidden=[0.5], gradients__out=[0.02]))
    assert darkness(view, "hidden") > darkness(view, "out") > 0
    assert view.canvas.cards["act"].tint == context.theme.tokens.field
    assert view.colouring.caption(context.theme).ends == ("0.01", "logarithmic", "1")
    with qtbot.waitSignal(view.colouring.changed, timeout=3000):
        context.run.snapshot.emit(snapshot(gradients__hidden=[np.nan], gradients__out=[0.02]))
    assert view.canvas.cards["hidden"].tint == context.theme.tokens.bad
    assert "infinite or not a number" in view.colouring.caption(context.theme).words()


def test_health_has_the_colours_of_the_dots(qtbot, view, context):
    view.colouring.choose("health")
    with qtbot.waitSignal(view.colouring.changed, timeout=3000):
        context.run.snapshot.emit(
            snapshot(
                activations__x=[1.0, 2.0],
                activations__hidden=[np.nan, 0.0],
                activations__act=[0.0, 0.0],
            )
        )
    tokens = context.theme.tokens
    tints = [view.canvas.cards[id].tint for id in ("x", "hidden", "act", "out")]
    assert tints == [tokens.good, tokens.bad, tokens.warning, tokens.field]
    words = view.colouring.caption(context.theme).words()
    assert words == "Health. healthy. suspicious. broken. not measured"


def test_a_block_that_holds_others_sums_them_up():
    found = snapshot(
        **{
            "gradients__b.conv": [3.0],
            "gradients__b.0.conv": [4.0],
            "activations__b.conv": [np.nan],
        }
    )
    assert gradients(found, ("b", "b.conv", "c")) == {"b": 5.0, "b.conv": 3.0, "c": None}
    assert healths(found, ("b", "b.0", "c"), lambda id: None) == {
        "b": "bad",
        "b.0": "good",
        "c": "",
    }


def test_what_the_doctor_found_colours_its_block(context):
    found = snapshot(gradients__hidden=[1.0], gradients__out=[1.0])
    finding = SimpleNamespace(severity="warning", message="It vanishes.")
    of = {"hidden": finding}.get
    assert healths(found, ("hidden", "out"), of) == {"hidden": "warning", "out": "good"}


def test_menu_key_and_box_choose_it(qtbot, make_window, mlp):
    window = make_window(mlp)
    view = window.graph
    window.actions_model.run("view.colours.flops")
    assert view.colouring.key == "flops"
    assert window.actions_model.actions["view.colours.flops"].isChecked()
    assert view.legend.choice.currentData() == "flops"
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_H)
    assert view.colouring.key == "activations"
    assert "batch of 32" in view.legend.choice.accessibleDescription()
    for key in MEASURES:
        view.legend.choice.setCurrentIndex(view.legend.choice.findData(key))
        view.legend.choice.activated.emit(view.legend.choice.currentIndex())
        assert view.colouring.key == key


@pytest.mark.parametrize("zoom", [1.0, 0.4, 0.2])
def test_the_colour_is_seen_at_every_zoom(view, context, zoom):
    view.colouring.choose("parameters")
    view.zoom_by(zoom / view.zoom)
    card = view.canvas.cards["hidden"]
    view.look_at(card.pos())
    image = view.grab().toImage()
    spot = view.mapFromScene(card.pos() + card.geometry.header.topRight())
    seen = {image.pixelColor(spot.x() - dx, spot.y() + 3).name() for dx in range(3, 14)}
    assert card.tint in seen


def test_a_picture_has_colours_and_legend(view, context):
    with GraphPicture(view) as plain:
        low = plain.rect.height()
    view.colouring.choose("parameters")
    with GraphPicture(view, mode="dark") as picture:
        assert picture.rect.height() > low
        text = picture.svg().decode()
        assert "Parameters" in text
        assert "linear" in text
        dark = picture._canvas.cards["hidden"].tint
    assert dark != view.canvas.cards["hidden"].tint  # the scale of its own theme
