"""The theoretical receptive field is where autograd finds a gradient, on networks of any shape."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import nn

from playground.build.modules import build
from playground.check.check import check
from playground.document import edits, topology
from playground.document.model import DataSpec, Document, ModelSpec, Node, Wire
from playground.explain.receptive_field import receptive_fields
from playground.telemetry.probes.forward import Outputs

KINDS = (
    *("conv2d", "conv2d", "avg_pool2d", "conv_transpose2d", "upsample", "relu"),
    *("softmax", "layer_norm", "batch_norm2d", "instance_norm2d"),
)
SHAPES = ([1, 4, 16], [1, 16, 4], [2, 4, 8], [4, 2, 8], [1, 8, 8])


def document(nodes, wires) -> Document:
    """A network on the digits; the last block is its output."""
    nodes = (Node(id="x", block="input"), *nodes)
    return Document(
        data=DataSpec(dataset="digits"),
        nodes=tuple(nodes),
        wires=tuple(Wire(source=a, target=b) for a, b in wires),
        train={
            "params": {"loss": "mse"},
            "models": {"main": ModelSpec(input="x", output=nodes[-1].id)},
        },
    )


def step(draw, number: int, channels: int) -> tuple[str, dict]:
    kind = draw(st.sampled_from(KINDS))
    groups = draw(st.sampled_from([1, channels]))
    stride, dilation = draw(st.integers(1, 2)), draw(st.integers(1, 2))
    params = {
        "conv2d": {
            "out_channels": groups * draw(st.integers(1, 2)),
            "kernel_size": draw(st.integers(1, 3)),
            "stride": draw(st.integers(1, 3)),
            "padding": draw(st.integers(0, 2)),
            "dilation": draw(st.integers(1, 2)),
            "groups": groups,
        },
        "conv_transpose2d": {
            "out_channels": groups * draw(st.integers(1, 2)),
            "kernel_size": draw(st.integers(1, 3)),
            "stride": stride,
            "padding": draw(st.integers(0, 1)),
            "output_padding": draw(st.integers(0, max(stride, dilation) - 1)),
            "dilation": dilation,
            "groups": groups,
        },
        "avg_pool2d": {
            "kernel_size": draw(st.integers(1, 3)),
            "stride": draw(st.sampled_from([None, 1, 2])),
            "padding": draw(st.integers(0, 1)),
            "ceil_mode": draw(st.booleans()),
        },
        "upsample": {
            "scale_factor": draw(st.integers(1, 3)),
            "mode": draw(st.sampled_from(["nearest", "bilinear"])),
        },
        "softmax": {"dim": draw(st.sampled_from([1, 2, -1]))},
        "layer_norm": {"num_axes": draw(st.sampled_from([None, 1, 2]))},
    }
    return kind, params.get(kind, {})


@st.composite
def networks(draw) -> Document:
    """Images that are rarely square, convolutions of all kinds, branches that meet again."""
    nodes = [Node(id="shape", block="reshape", params={"shape": draw(st.sampled_from(SHAPES))})]
    wires = [("x", "shape")]
    for number in range(draw(st.integers(1, 5))):
        doc = document(nodes, wires)
        report = check(doc)
        source = draw(st.sampled_from([node.id for node in nodes]))
        kind, params = step(draw, number, report.shape(source)[0])
        ends = [source]
        if draw(st.integers(0, 2)) == 0:  # branches meet
            alike = [n.id for n in nodes if report.shape(n.id) == report.shape(source)]
            # an Add of one wire hands its very input on: autograd cannot tell the two apart
            kinds = ["add", "concat"] if len(alike) > 1 else ["concat"]
            kind, params, ends = draw(st.sampled_from(kinds)), {}, alike
        node = Node(id=f"n{number}", block=kind, params=params)
        grown = [*nodes, node], [*wires, *((end, node.id) for end in ends)]
        shape = check(document(*grown)).shape(node.id)
        if shape is not None and max(shape) <= 24:
            nodes, wires = grown
    return document(*_ended(nodes, wires))


def _ended(nodes, wires):
    """With one linear layer that sees all ends: every block is of the model."""
    ends = [n.id for n in nodes if n.id not in {source for source, _ in wires}]
    flat = [Node(id=f"flat_{end}", block="flatten") for end in ends]
    last = [Node(id="join", block="concat"), Node(id="out", block="linear")]
    last[1] = last[1].with_(params={"out_features": 10})
    into = [(end, node.id) for end, node in zip(ends, flat, strict=True)]
    joined = [(node.id, "join") for node in flat]
    return [*nodes, *flat, *last], [*wires, *into, *joined, ("join", "out")]


def _without_chance(module):
    """What a block looks at for some numbers, it looks at for all."""
    if isinstance(module, nn.ReLU):
        module.forward = lambda x: 2 * x
    axes = {
        nn.Softmax: lambda: (module.dim,),
        nn.LayerNorm: lambda: tuple(range(-len(module.normalized_shape), 0)),
    }.get(type(module))
    if axes is not None:
        module.forward = lambda x: x + x.sum(axes(), keepdim=True)


def dependencies(model, doc, node, index):
    """Block -> where autograd finds a gradient of one number of `node`."""
    for module in model.modules():  # no two ways cancel out by chance
        for name, tensor in module.named_parameters(recurse=False):
            tensor.data = torch.rand_like(tensor.double()) + 0.1 * (name == "weight")
        for name, tensor in module.named_buffers(recurse=False):
            setattr(module, name, tensor.double() if tensor.is_floating_point() else tensor)
        _without_chance(module)
    model.eval()
    x = torch.rand(1, 1, 8, 8, dtype=torch.float64).requires_grad_()
    found = Outputs(model).collect(x)
    names = [id for id in found if id in doc.by_id]
    pulls = torch.autograd.grad(
        found[node][(0, *index)], [found[id] for id in names], allow_unused=True
    )
    return {
        id: np.zeros(found[id].shape[1:], bool) if pull is None else (pull[0] != 0).numpy()
        for id, pull in zip(names, pulls, strict=True)
    }


@settings(deadline=None, max_examples=60)
@given(networks(), st.data())
def test_the_field_is_where_autograd_finds_a_gradient(doc, data):
    report = check(doc)
    assert report.ok, report.problems
    model = build(doc)["main"]
    node = data.draw(st.sampled_from([n.id for n in doc.nodes if n.block != "input"]))
    shape = report.shape(node)
    index = tuple(data.draw(st.integers(0, n - 1)) for n in shape)
    fields = receptive_fields(report, node, index)
    expected = dependencies(model, doc, node, index)
    assert set(fields) <= {node, *topology.ancestors(doc, node)}
    for id in (node, *topology.ancestors(doc, node)):
        mask = expected[id]
        found = fields[id].full() if id in fields else np.zeros(mask.shape, bool)
        np.testing.assert_array_equal(found, mask, err_msg=f"{id} of {node}{index}")
    for id, field in fields.items():
        mask = field.full()
        assert field.exact
        assert field.count == mask.sum()
        lines = [
            mask.any(tuple(j for j in range(mask.ndim) if j != axis)) for axis in range(mask.ndim)
        ]
        for line, span, reach in zip(
            lines[1:] or lines, field.box.spans, field.box.reach, strict=True
        ):
            assert span == (np.nonzero(line)[0][0], np.nonzero(line)[0][-1]), id
            assert reach[0] <= span[0], id
            assert reach[1] >= span[1], id


def chain(*blocks, shape=(1, 8, 8)) -> Document:
    nodes = [Node(id="shape", block="reshape", params={"shape": list(shape)})]
    nodes += [Node(id=f"n{i}", block=key, params=params) for i, (key, params) in enumerate(blocks)]
    ids = ["x", *(node.id for node in nodes)]
    return document(nodes, list(pairwise(ids)))


def test_the_size_says_what_textbooks_say():
    """conv 3, pool 2, conv 3, conv 3, pool 2: 1 + 2 + 1 + 2*2 + 2*2 + 2 = 14."""
    three = ("conv2d", {"kernel_size": 3, "padding": 1})
    half = ("max_pool2d", {"kernel_size": 2})
    report = check(chain(three, half, three, three, half))
    fields = receptive_fields(report, "n4", (0, 1, 1))
    assert [fields[f"n{i}"].box.size for i in (3, 2, 1, 0)] == [(2, 2), (4, 4), (6, 6), (12, 12)]
    assert fields["shape"].box.size == (14, 14)
    assert fields["shape"].box.clipped == (8, 8)
    assert fields["shape"].box.cut


def test_at_the_border_the_field_is_clipped_and_says_how_far_it_would_reach():
    report = check(chain(("conv2d", {"kernel_size": 5, "padding": 2})))
    field = receptive_fields(report, "n0", (0, 0, 4))["shape"]
    assert field.box.spans == ((0, 2), (2, 6))
    assert field.box.reach == ((-2, 2), (2, 6))
    assert field.box.size == (5, 5)
    assert field.box.clipped == (3, 5)


def test_holes_of_a_dilation_are_holes():
    report = check(chain(("conv2d", {"kernel_size": 3, "dilation": 2, "padding": 2})))
    field = receptive_fields(report, "n0", (3, 4, 4))["shape"]
    assert field.count == 9
    assert field.box.clipped == (5, 5)


def test_film_looks_at_its_own_place_and_at_the_two_numbers_of_its_channel():
    nodes = [
        Node(id="shape", block="reshape", params={"shape": [1, 8, 8]}),
        Node(id="wide", block="conv2d", params={"out_channels": 3, "kernel_size": 1, "padding": 0}),
        Node(id="flat", block="flatten"),
        Node(id="steer", block="linear", params={"out_features": 6}),
        Node(id="film", block="film"),
    ]
    wires = [("x", "shape"), ("shape", "wide"), ("wide", "film")]
    doc = document(nodes, [*wires, ("x", "flat"), ("flat", "steer")])
    doc = edits.connect(doc, Wire(source="steer", target="film", target_port="condition"))
    fields = receptive_fields(check(doc), "film", (1, 2, 3))
    assert np.argwhere(fields["wide"].full()).tolist() == [[1, 2, 3]]
    assert np.flatnonzero(fields["steer"].full()).tolist() == [1, 4]


def test_a_muted_block_looks_where_its_successor_looks():
    doc = chain(("conv2d", {}), ("relu", {}))
    nodes = [n.with_(muted=True) if n.id == "n1" else n for n in doc.nodes]
    fields = receptive_fields(check(doc.with_(nodes=tuple(nodes))), "n1", (0, 3, 3))
    assert fields["n0"].count == 1


def test_a_block_without_a_rule_is_said_to_be_no_exact_bound(monkeypatch):
    from playground.explain import spread

    monkeypatch.delitem(spread._RULES, "relu")
    fields = receptive_fields(check(chain(("conv2d", {}), ("relu", {}))), "n1", (0, 0, 0))
    assert not fields["n0"].exact
    assert fields["n0"].count == 16 * 64


def test_no_place_of_the_output_is_refused():
    with pytest.raises(ValueError, match="no place"):
        receptive_fields(check(chain(("conv2d", {}))), "n0", (0, 1))
