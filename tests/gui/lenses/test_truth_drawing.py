"""The pad for a sample of one's own: pixels, bars and numbers against the arrays."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from truths import Judge

from playground.document import edits
from playground.document.library import load
from playground.telemetry.snapshot import Snapshot


@pytest.fixture
def context(make_context):
    return make_context(load("digits-cnn"))


def answer(view, values):
    return {
        "answer/x": view.own.array(),
        "answer/values": np.asarray(values, np.float32),
        "answer/number": np.array(view.own.number),
    }


def arrive(context, arrays):
    context.run.snapshot.emit(Snapshot(1, 2, 0.0, {}, arrays))


@pytest.fixture
def drawn(show, context, qtbot):
    view = show("drawing", {})
    view.pad.strokes = [[(0.3, 0.2), (0.7, 0.2), (0.5, 0.8)], [(0.4, 0.5)]]
    view.pad.changed.emit()
    qtbot.waitUntil(lambda: view.own.array().any())
    return view


def test_pixels_and_bars_are_what_the_network_gets_and_answers(drawn, context):
    values = np.random.default_rng(2).dirichlet(np.ones(10))
    arrays = answer(drawn, values)
    arrive(context, arrays)
    readings = drawn.readings()
    assert len(readings) == 64 + 10
    image = drawn.grab().toImage()
    judge = Judge(arrays, context.theme.tokens)
    assert not [fault for r in readings if (fault := judge.fault(r, image))]
    assert drawn.bars.texts[int(values.argmax())] == f"{values.max():.3f}"


def test_a_wrong_bar_or_pixel_would_be_found(drawn, context):
    arrays = answer(drawn, np.full(10, 0.1))
    arrive(context, arrays)
    other = {**arrays, "answer/x": 1 - arrays["answer/x"], "answer/values": np.full(10, 0.3)}
    judge = Judge(other, context.theme.tokens)
    assert all(judge.fault(reading) for reading in drawn.readings()[-10:])
    assert sum(bool(judge.fault(reading)) for reading in drawn.readings()) > 50


def test_nan_has_no_bar_and_says_so(drawn, context):
    arrays = answer(drawn, [np.nan] * 10)
    arrive(context, arrays)
    assert drawn.bars.texts == ("NaN",) * 10
    assert [drawn.bars.length(number) for number in range(10)] == [0.0] * 10
    drawn.grab()


@pytest.mark.parametrize(("size", "channels"), [(12, 3), (40, 1)])
def test_coloured_and_larger_pictures_have_their_pad(show, context, qtbot, size, channels):
    folder = str(Path(__file__).parents[2] / "files" / "data" / "shapes")
    params = {"path": folder, "size": size, "channels": channels}
    context.document.push("", lambda doc: edits.set_data(doc, "image_folder", params))
    view = show("drawing", {})
    qtbot.waitUntil(lambda: view.own is not None and view.own.shape == (channels, size, size))
    view.pad.strokes = [[(0.2, 0.2), (0.8, 0.8)]]
    view.pad.changed.emit()
    qtbot.waitUntil(lambda: view.own.array().any())
    x = view.own.array()
    assert (x == x[:1]).all()
    np.testing.assert_allclose(x * 255, np.round(x * 255), atol=1e-4)


def test_of_many_classes_the_likeliest_have_room(drawn):
    values = np.random.default_rng(0).dirichlet(np.ones(3000))
    drawn.bars.show_shares([str(i) for i in range(3000)], values, [f"{v:.3f}" for v in values])
    rows = drawn.bars.rows()
    assert len(rows) < 100
    assert values[rows].min() >= np.sort(values)[-len(rows)]
    assert all(drawn.bars.place(row).bottom() <= drawn.bars.height() for row in range(len(rows)))
    drawn.grab()
