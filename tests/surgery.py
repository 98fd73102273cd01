"""Small networks as after some training, and what an edit makes of them."""

from __future__ import annotations

import itertools

import torch

from playground.build.modules import build
from playground.build.renames import renamed
from playground.build.transplant import reusable, transplant
from playground.build.units import Network
from playground.check.check import check
from playground.document.model import Document


def line(blocks, data="digits", wires=()):
    """A document whose blocks stand in a line behind the input, with further wires."""
    nodes = [{"id": "x", "block": "input"}]
    nodes += [{"id": id, "block": block, "params": params} for id, block, params in blocks]
    ids = [node["id"] for node in nodes]
    return Document.model_validate(
        {
            "data": {"dataset": data},
            "nodes": nodes,
            "wires": [[f"{a}.out", f"{b}.in"] for a, b in itertools.pairwise(ids)]
            + [[f"{a}.out", f"{b}.in"] for a, b in wires],
            "train": {"models": {"main": {"input": "x", "output": ids[-1]}}, "seed": 3},
        }
    )


def network(document, modules=None):
    report = check(document)
    assert report.ok, report.problems
    return Network.of(report, build(document, report, modules))


def learned(document):
    """A network as after some training: no weight has its first value, nor any statistic."""
    made = network(document)
    generator = torch.Generator().manual_seed(1)
    with torch.no_grad():
        for model in made.models.values():
            for name, tensor in model.state_dict().items():
                if tensor.is_floating_point():
                    noise = torch.randn(tensor.shape, generator=generator)
                    tensor.add_(noise.abs() if name.endswith("running_var") else 0.3 * noise)
    return made


def moments(made):
    """Moments of Adam for every weight, all different from 0."""
    return {
        role: {
            name: {
                "step": torch.tensor(9.0),
                "exp_avg": p.detach() * 0.1,
                "exp_avg_sq": p.detach() ** 2,
            }
            for name, p in model.named_parameters()
        }
        for role, model in made.models.items()
    }


def edited(old, document, slots=None, **options):
    """The network of another document, with what the old one had learned."""
    report = check(document)
    assert report.ok, report.problems
    names = renamed(old, report)
    old = old.called(names)
    slots = {
        role: {called(names, weight): found for weight, found in by_name.items()}
        for role, by_name in (slots or {}).items()
    }
    new = Network.of(report, build(document, report, reusable(old, report)))
    result = transplant(old, new, slots, **options)
    result.apply(new)
    return new, result


def called(names, weight):
    """A weight by the new name of its block."""
    block, _, part = weight.rpartition(".")
    return f"{names.get(block, block)}.{part}"


def answer(made, samples=16):
    """What the network says to random samples, as after training.

    In double precision: float32 sums of hundreds of terms differ by more than their order allows.
    """
    shape = made.nodes["x"].output
    x = torch.randn(samples, *shape, generator=torch.Generator().manual_seed(2))
    model = made.models["main"].eval().double()
    with torch.no_grad():
        found = model(x.double())
    model.float()
    return found


def state(made):
    return {name: t.clone() for name, t in made.models["main"].state_dict().items()}


def same_answer(old, new):
    a, b = answer(old), answer(new)
    scale = max(1.0, a.abs().max().item())
    assert (a - b).abs().max().item() <= 1e-6 * scale


def linear(id, width):
    return (id, "linear", {"out_features": width})


def conv(id, width, kernel=3, **params):
    return (id, "conv2d", {"out_channels": width, "kernel_size": kernel, "padding": kernel // 2}
            | params)  # fmt: skip


MLP = [linear("a", 6), ("act", "tanh", {}), linear("b", 5), ("act2", "relu", {}), linear("out", 3)]
CNN = [
    conv("c1", 4),
    ("n1", "batch_norm2d", {}),
    ("r1", "relu", {}),
    conv("c2", 6),
    ("r2", "relu", {}),
    ("pool", "max_pool2d", {}),
    ("flat", "flatten", {}),
    linear("f1", 12),
    ("r3", "relu", {}),
    linear("out", 10),
]


def insert(document, id, block, params, before):
    """Put a block on the wire into `before`."""
    wire = next(w for w in document.wires if w.target == before)
    wires = [w for w in document.wires if w is not wire]
    node = {"id": id, "block": block, "params": params}
    return document.with_(
        nodes=(*document.nodes, node),
        wires=(*wires, [f"{wire.source}.out", f"{id}.in"], [f"{id}.out", f"{before}.in"]),
    )
