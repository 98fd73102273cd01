"""Recurrent layers unrolled by hand are those of torch, and each sum adds up to what is shown."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn

from playground.explain.recurrent import (
    GATES,
    Weights,
    gate_sum,
    sigmoid,
    state_sum,
    unroll,
    unroll_layers,
)

KINDS = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}


def made(kind, seed=0, **options):
    """A module of random size, a sequence, and its parameters in numpy."""
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    features, width, steps = (int(rng.integers(1, 9)) for _ in range(3))
    module = KINDS[kind](features, width, batch_first=True, **options)
    x = torch.randn(1, steps, features)
    params = {name: value.detach().numpy() for name, value in module.named_parameters()}
    return module, x, params


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("options", [{}, {"num_layers": 3}, {"bidirectional": True}])
@pytest.mark.parametrize("kind", KINDS)
def test_states_are_those_of_torch(kind, options, seed):
    module, x, params = made(kind, seed, **options)
    layers = unroll_layers(kind, x[0].numpy(), params)
    out, last = module(x)
    assert len(layers) == options.get("num_layers", 1)
    found = np.concatenate([one.h_th for one in layers[-1]], axis=1)
    assert found == pytest.approx(out[0].detach().numpy(), abs=1e-5)
    ends = [one.h_th[0 if one.reverse else -1] for layer in layers for one in layer]
    hidden = last[0] if kind == "lstm" else last
    assert np.stack(ends) == pytest.approx(hidden[:, 0].detach().numpy(), abs=1e-5)
    if kind == "lstm":
        ends = [one.c_th[0 if one.reverse else -1] for layer in layers for one in layer]
        assert np.stack(ends) == pytest.approx(last[1][:, 0].detach().numpy(), abs=1e-5)


def test_two_layers_in_two_directions_without_biases_and_with_relu():
    options = {"num_layers": 2, "bidirectional": True, "bias": False}
    module, x, params = made("rnn", 5, nonlinearity="relu", **options)
    layers = unroll_layers("rnn", x[0].numpy(), params, nonlinearity="relu")
    found = np.concatenate([one.h_th for one in layers[1]], axis=1)
    assert found == pytest.approx(module(x)[0][0].detach().numpy(), abs=1e-5)
    assert len(unroll_layers("rnn", x[0].numpy(), params, upto=0)) == 1


@pytest.mark.parametrize("reverse", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_every_sum_adds_up_to_its_gate_and_state(kind, reverse):
    _, x, params = made(kind, 7, bidirectional=True)
    layer = unroll(kind, x[0].numpy(), Weights.of(params, 0, reverse), reverse=reverse)
    functions = {"sigmoid": sigmoid, "tanh": np.tanh}
    steps, width = layer.h_th.shape
    for step in range(steps):
        for unit in range(width):
            for gate in GATES[kind]:
                found, applied = gate_sum(layer, gate, step, unit, most=3)
                total = sum(term.value for term in found.terms) + found.rest
                assert total == pytest.approx(found.total.value)
                said = float(functions[applied.function](np.float64(total)))
                assert said == pytest.approx(applied.result.value)
                tensor = layer.h_th if gate == "h" else layer.gates[gate]
                assert applied.result.value == tensor[step, unit]
            for name in {"rnn": "", "lstm": "ch", "gru": "h"}[kind]:
                found = state_sum(layer, name, step, unit)
                states = layer.c_th if name == "c" else layer.h_th
                total = sum(term.value for term in found.terms)
                assert total == pytest.approx(states[step, unit]) == found.total.value


def test_the_state_before_is_that_of_the_step_that_was_read_before():
    _, x, params = made("gru", 7, bidirectional=True)
    last = x.shape[1] - 1
    forwards = unroll("gru", x[0].numpy(), Weights.of(params))
    backwards = unroll("gru", x[0].numpy(), Weights.of(params, reverse=True), reverse=True)
    assert (forwards.before(0), backwards.before(last)) == (None, None)
    found, _ = gate_sum(backwards, "n", 0, 0, most=99)
    own = [term for term in found.terms if len(term.factors) == 3]
    assert {term.factors[2].ref.index[0] for term in own} == {1}


def test_a_gate_that_is_far_open_or_shut_does_not_overflow():
    assert sigmoid(np.array([-1e4, 0.0, 1e4])).tolist() == [0.0, 0.5, 1.0]
