"""The probes of an opened block: what it gets, knows and gives, in one reading."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch

from playground.document.model import Wire
from playground.telemetry.probes.inside import Inside
from playground.telemetry.probes.responses import Responses


def test_one_reading_holds_all_that_a_block_does(classify):
    model = classify.models["main"].eval()
    node = next(n for n, m in model.named_children() if isinstance(m, torch.nn.Linear))
    module = model.get_submodule(node)
    seen = []
    hook = module.register_forward_hook(lambda m, i, o: seen.append((i[0], o)))
    wires = (Wire(source="x", target=node),)
    document = classify.document.model_copy(update={"wires": wires})
    found = Inside((node,), sample=1).measure(replace(classify, document=document))
    hook.remove()
    ((x, y),) = seen
    start = f"inside/{node}"
    assert np.array_equal(found[f"{start}/in/0"], x[0].numpy())
    assert np.array_equal(found[f"{start}/out"], y[0].numpy())
    assert np.array_equal(found[f"{start}/param/weight"], module.weight.detach().numpy())
    assert np.array_equal(found[f"{start}/param/bias"], module.bias.detach().numpy())
    assert found[f"{start}/at"].tolist() == [classify.step, 0, 1]
    found[f"{start}/param/weight"][:] = 0  # a copy
    assert module.weight.abs().sum() > 0


def test_a_normalisation_shows_its_running_statistics(classify):
    found = Inside(("norm",)).measure(classify)
    norm = classify.models["main"].get_submodule("norm")
    for name, buffer in norm.named_buffers():
        assert np.array_equal(found[f"inside/norm/buffer/{name}"], buffer.numpy())


def test_a_sample_or_block_that_is_not_there_gives_nothing(classify):
    assert Inside(("hidden",), sample=10**6).measure(classify) == {}
    assert Inside(("nobody",)).measure(classify) == {}


def test_responses_of_a_unit_are_those_of_the_same_batch_every_time(classify):
    probe = Responses("hidden", (1,), samples=5)
    found = probe.measure(classify)
    rows = found["responses/hidden/rows"]
    assert len(rows) == 5
    for row, value in zip(rows, found["responses/hidden/out"], strict=True):
        one = Inside(("hidden",), sample=int(row)).measure(classify)["inside/hidden/out"]
        assert np.allclose(one[1], value, atol=1e-6)
    assert np.array_equal(probe.measure(classify)["responses/hidden/rows"], rows)


def test_a_unit_that_is_not_there_gives_nothing(classify):
    assert Responses("hidden", (10**4,)).measure(classify) == {}
