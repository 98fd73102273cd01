"""The embedding of data as it should not be."""

from __future__ import annotations

import numpy as np
import pytest

from playground.gui.theme import class_colour
from playground.telemetry.probes.embedding import components


def arrays_of(x, labels, inputs=(1, 4, 4), test=1):
    vectors, share = components(x.astype(float))
    rng = np.random.default_rng(2)
    return {
        "embedding/vectors/act": vectors.astype(np.float32),
        "embedding/share": share.astype(np.float32),
        "embedding/targets": labels,
        "embedding/inputs": rng.uniform(size=(len(x), *inputs)).astype(np.float32),
        "embedding/split": np.array(test),
    }


def noise(*shape):
    return np.random.default_rng(1).normal(size=shape)


@pytest.mark.parametrize(
    ("x", "labels"),
    [
        (noise(30, 5), np.zeros(30, dtype=np.int64)),
        (noise(400, 5), np.arange(400) * 7),  # some of 3,000 classes
        (noise(30, 1), np.arange(30) % 2),  # a layer of one unit
        (noise(1, 4), np.zeros(1, dtype=np.int64)),
        (np.zeros((30, 4)), np.arange(30) % 2),  # all dead
    ],
    ids=["one class", "thousands of classes", "one unit", "one sample", "all alike"],
)
@pytest.mark.parametrize("test", [0, 1])
def test_it_draws_the_samples_and_maps_them(show, qtbot, x, labels, test):
    view = show("embedding", arrays_of(x, labels, test=test))
    assert view.is_filled
    assert view.plane.points.shape == (len(x), 2)
    assert [c.name() for c in view.plane.colours] == [class_colour(int(n)) for n in labels]
    view.grab()
    assert len(view.readings()) == 3 * len(x)  # two coordinates and a colour
    view.start_map()
    qtbot.waitUntil(lambda: not view._work.busy)
    assert np.isfinite(view.plane.points).all()
    assert view.plane.points.shape == (len(x), 2)
    view.grab()
