"""Every number of a move is a tensor's, every formula gives its result, and that is autograd's."""

from __future__ import annotations

import math
import re

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from playground.explain.chain_rule import Number, Record, Rule, boxes_of, moves_of
from playground.explain.chain_rule.boxes import LOSS

LOSSES = {
    "cross_entropy": F.cross_entropy,
    "bce_with_logits": F.binary_cross_entropy_with_logits,
    "mse": F.mse_loss,
    "l1": F.l1_loss,
    "smooth_l1": F.smooth_l1_loss,
}
RULE = Rule("sgd", lr=0.1)


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


FUNCTIONS = {
    "tanh": np.tanh,
    "relu": lambda x: max(x, 0.0),
    "sigmoid": sigmoid,
    "silu": lambda x: x * sigmoid(x),
    "gelu": lambda x: 0.5 * x * (1 + math.erf(x / math.sqrt(2))),
    "leaky_relu": lambda x: x if x > 0 else 0.01 * x,
    "log": np.log,
    "logsig": lambda z: np.log(sigmoid(z)),
    "σ": sigmoid,
    "sign": np.sign,
    "clip": lambda x: np.clip(x, -1, 1),
    "root": np.sqrt,
    "ε": 1e-8,
}
SKIPPED = ("batch_norm1d", "layer_norm", "smooth|")  # more stands in them than one line says


def calculate(tokens):
    """What a line of numbers comes to, read as arithmetic; None for what is only named."""
    text = "".join(t if isinstance(t, str) else f"({t.value!r})" for t in tokens)
    if any(word in text for word in SKIPPED):
        return None
    text = re.sub(r"\d+ others:", "", text).replace("×", "*").replace("−", "-").replace("²", "**2")
    text = text.replace("√(", "root(").replace("log (", "log(")
    text = re.sub(r"\|(.*)\|", r"abs(\1)", text)
    return float(eval(text, {"__builtins__": {"abs": abs}}, FUNCTIONS))


def close(a, b):
    return a == pytest.approx(b, rel=2e-4, abs=2e-6)


def forward(reading, arrays=None):
    """The loss of the sample by the network itself."""
    run, model = reading.session.run, reading.model.eval()
    x = run.train["x"][reading.sample : reading.sample + 1].double()
    y = torch.as_tensor(reading.arrays["backprop/target"])[None]
    return LOSSES[reading.record.loss](
        model.double()(x), y.double() if y.is_floating_point() else y
    )


def test_every_number_is_where_it_says(reading):
    t = reading.arrays
    for move in moves_of(reading.record, RULE):
        numbers = [token for line in move.lines for token in (*line.tokens, line.result)]
        for number in [*numbers, move.so_far, *(move.step or ())]:
            if isinstance(number, Number):
                assert close(float(eval(number.ref, {"np": np, "t": t})), number.value), number


def test_every_line_comes_to_its_result(reading):
    checked = 0
    for move in moves_of(reading.record, RULE):
        for line in move.lines:
            found = calculate(line.tokens) if line.tokens else None
            if found is not None:
                assert close(found, line.result.value), line
                checked += 1
    assert checked > 5


def test_gradients_are_those_of_autograd(reading):
    reading.model.zero_grad()
    forward(reading).backward()
    wanted = {name: p.grad.numpy() for name, p in reading.model.named_parameters()}
    for name, gradient in wanted.items():
        node, _, parameter = name.rpartition(".")
        found = reading.record.array(node, "param", parameter, "grad")
        np.testing.assert_allclose(found, gradient, rtol=1e-4, atol=1e-6)


def test_gradients_are_finite_differences(reading):
    generator, step = np.random.default_rng(4), 1e-6
    for name, weight in reading.model.double().named_parameters():
        node, _, parameter = name.rpartition(".")
        place = int(generator.integers(weight.numel()))
        flat = weight.detach().view(-1)
        losses = []
        for shift in (step, -2 * step):
            flat[place] += shift
            losses.append(forward(reading).item())
        flat[place] += step
        slope = (losses[0] - losses[1]) / (2 * step)
        found = reading.record.number(place, node, "param", parameter, "grad").value
        assert found == pytest.approx(slope, rel=1e-3, abs=2e-5), name


def test_all_paths_of_a_fork_add_up_to_the_gradient(reading):
    record, last = reading.record, {}
    for move in moves_of(record, RULE):
        if move.path is not None:
            before = last.get(move.box, 0)
            assert move.path[0] == before + 1
            last[move.box] = move.path[0]
            if move.path[0] == move.path[1] and record.small:
                node, _, unit = move.box.rpartition(":")
                gradient = record.number(int(unit), node, "grad")
                assert close(move.so_far.value, gradient.value)
                total = float(eval(move.so_far.ref, {"np": np, "t": reading.arrays}))
                assert close(total, gradient.value)


def test_the_paths_of_a_small_network_add_up(read):
    record = read("branches").record
    sums = {}
    for move in moves_of(record, RULE):
        if move.phase == "backward" and move.edge and move.box == move.edge[0]:
            sums[move.box] = sums.get(move.box, 0.0) + calculate_term(move)
    assert len(sums) == 3 * 4 + 6 + 1  # h, a, b, sum; both; and the loss by the output
    for box, found in sums.items():
        node, _, unit = box.rpartition(":")
        assert close(found, record.number(int(unit), node, "grad").value), box


def calculate_term(move):
    return calculate(move.lines[-1].tokens)


def test_every_weight_of_a_small_network_has_its_turn(reading):
    record = reading.record
    if not record.small:
        pytest.skip("a large network shows one number a tensor")
    count = sum(p.numel() for p in reading.model.parameters())
    moves = moves_of(record, RULE)
    assert sum(move.phase == "update" for move in moves) == count
    lefts = [move.lines[-1].left for move in moves if move.phase == "backward"]
    assert sum("weight" in left or "bias" in left for left in lefts) == count
    calculated = [o for o in record.operations if o.sources]
    values = sum(record.array(o.id, "out").size for o in calculated)
    assert sum(move.phase == "forward" for move in moves) == values + 1


def test_a_weight_of_a_neuron_has_three_factors(read):
    moves = moves_of(read("tanh").record, RULE)
    line = next(m.lines[0] for m in moves if m.lines[0].left == "∂L/∂h.weight[1, 0]")
    assert line.symbols == "∂L/∂a[1] · ∂a[1]/∂h[1] · ∂h[1]/∂weight[1, 0]"
    assert sum(isinstance(token, Number) for token in line.tokens) == 3


def test_boxes_and_edges(reading):
    boxes, edges = boxes_of(reading.record)
    ids = [box.id for box in boxes]
    assert len(set(ids)) == len(ids)
    assert len({(box.column, box.row) for box in boxes}) == len(boxes)
    columns = {box.id: box.column for box in boxes}
    assert all(columns[edge.source] < columns[edge.target] for edge in edges)
    assert ids[-1] == LOSS
    pairs = {(edge.source, edge.target) for edge in edges}
    for move in moves_of(reading.record, RULE):
        assert move.box in columns
        assert move.edge is None or move.edge in pairs


def test_large_networks_are_looked_at_block_by_block(read):
    record = read("pictures").record
    assert not record.small
    boxes, _ = boxes_of(record)
    assert [box.node for box in boxes] == [o.id for o in record.operations] + [""]
    lines = {m.lines[-1].left.split("[")[0]: m for m in moves_of(record, RULE)}
    for name in ("conv.weight", "norm.weight", "conv2.bias", "act", "pool", "flat", "out.weight"):
        assert lines[f"∂L/∂{name}"].lines[-1].tokens, name  # with its numbers
    fork = lines["∂L/∂pool"]
    assert fork.path == (2, 2)


def test_a_snapshot_without_a_reading_is_no_record():
    assert Record.read({}) is None
