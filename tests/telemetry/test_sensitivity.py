"""The effective receptive field: autograd's numbers, without a trace on the training."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from playground.telemetry.probes.sensitivity import Sensitivity


@pytest.mark.parametrize("kind", ["classify", "decide", "estimate", "forge"])
def test_measuring_leaves_no_trace(kind, request):
    bench = request.getfixturevalue(kind)
    node = next(iter(bench.models.values())).meta["outputs"]
    probe = Sensitivity(list(node)[-1])
    before = [
        (name, part.training) for m in bench.models.values() for name, part in m.named_modules()
    ]
    states = [{k: v.clone() for k, v in m.state_dict().items()} for m in bench.models.values()]
    random = torch.get_rng_state()
    first, again = probe.measure(bench), probe.measure(bench)
    assert first
    assert before == [
        (name, part.training) for m in bench.models.values() for name, part in m.named_modules()
    ]
    for model, state in zip(bench.models.values(), states, strict=True):
        assert all(torch.equal(v, state[k]) for k, v in model.state_dict().items())
        assert all(p.grad is None for p in model.parameters())
    assert torch.equal(torch.get_rng_state(), random)
    for name, array in first.items():
        np.testing.assert_array_equal(array, again[name])
        assert array.dtype in (np.float32, np.int64)


def test_it_is_the_derivative_of_one_number(classify):
    arrays = Sensitivity("act", (3,), sample=4, split="test").measure(classify)
    model = classify.models["main"].eval()
    x = classify.test["x"][4:5].clone().requires_grad_()
    hidden = model.get_submodule("norm")(model.get_submodule("hidden")(x))
    hidden.retain_grad()
    hidden.tanh()[0, 3].backward()
    np.testing.assert_allclose(arrays["sensitivity/x"], x.grad[0], rtol=1e-6)
    np.testing.assert_allclose(arrays["sensitivity/norm"], hidden.grad[0], rtol=1e-6)
    np.testing.assert_array_equal(arrays["sensitivity/act"], [0, 0, 0, 1, 0])
    assert arrays["sensitivity/act/of"].tolist() == [3]
    assert arrays["sensitivity/act/at"].tolist() == [1, 1, 4]
    assert "sensitivity/out" not in arrays


def test_without_an_index_the_largest_number_is_meant(classify):
    arrays = Sensitivity("out").measure(classify)
    scores = classify.models["main"].eval()(classify.train["x"][:1])[0]
    assert arrays["sensitivity/out/of"].tolist() == [int(scores.argmax())]


@pytest.mark.parametrize(
    "probe", [Sensitivity("out", (3,)), Sensitivity("out", (0, 0)), Sensitivity("nowhere")]
)
def test_a_number_that_is_not_there_gives_nothing(classify, probe):
    assert probe.measure(classify) == {}


def test_a_sample_that_is_not_there_gives_nothing(classify):
    assert Sensitivity("out", sample=99).measure(classify) == {}
