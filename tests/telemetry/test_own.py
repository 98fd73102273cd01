"""A sample that the user has drawn goes through the network like one of the data."""

import numpy as np
import pytest
import torch
from live_run import Live

from playground.document.library import load
from playground.telemetry.probes.activations import Activations
from playground.telemetry.probes.backprop import Backprop
from playground.telemetry.probes.inside import Inside
from playground.telemetry.probes.own import Own
from playground.telemetry.probes.sensitivity import Sensitivity
from playground.train.session import LOOK


@pytest.fixture(scope="module")
def live():
    return Live(load("digits-mlp"), steps=3)


def look(live, *probes):
    live.steering.probes = frozenset(probes)
    return live.generator.send(LOOK).arrays


def drawing(number=1, label=None, seed=0):
    x = np.random.default_rng(seed).random((1, 8, 8), dtype=np.float32)
    return Own.of(number, x, label), x


def test_every_block_gets_the_drawing_and_says_so(live):
    own, x = drawing(number=7)
    model = live.session.models["main"]
    output = live.session.document.train.models["main"].output
    arrays = look(live, Activations(split=own), Inside(nodes=(output,), sample=7, split=own))
    model.eval()
    with torch.no_grad():
        expected = model(torch.from_numpy(x)[None])[0].numpy()
    model.train()
    np.testing.assert_allclose(arrays[f"activations/{output}"], expected, atol=1e-6)
    np.testing.assert_allclose(arrays[f"inside/{output}/out"], expected, atol=1e-6)
    assert arrays[f"inside/{output}/at"][1:].tolist() == [2, 7]
    assert arrays["activations/target"].size == 0


def test_with_a_label_it_has_a_loss(live):
    unlabelled, _ = drawing()
    assert "backprop/graph" not in look(live, Backprop(split=unlabelled))
    own, _ = drawing(label=3)
    arrays = look(live, Backprop(split=own), Activations(split=own))
    assert arrays["backprop/target"] == 3
    assert arrays["activations/target"] == 3


def test_a_drawing_of_another_shape_or_class_is_not_shown(live):
    output = live.session.document.train.models["main"].output
    for wrong in (Own.of(1, np.zeros((1, 9, 9), np.float32)), Own.of(1, np.zeros(64, np.float32))):
        arrays = look(live, Activations(split=wrong), Inside((output,), split=wrong))
        assert not any(n.startswith(("activations/", "inside/")) for n in arrays)
    strange, _ = drawing(label=12)
    assert look(live, Activations(split=strange))["activations/target"].size == 0


def test_sensitivity_is_that_of_the_drawing(live):
    own, _ = drawing(number=2, seed=4)
    output = live.session.document.train.models["main"].output
    arrays = look(live, Sensitivity(output, (1,), sample=2, split=own))
    assert arrays[f"sensitivity/{output}/at"][1:].tolist() == [2, 2]


def test_drawings_with_the_same_ink_and_number_are_the_same_probe():
    assert drawing()[0] == drawing()[0]
    assert hash(drawing()[0]) == hash(drawing()[0])
    assert drawing()[0] != drawing(number=2)[0]
    np.testing.assert_array_equal(drawing()[0].array(), drawing()[1])
