"""Networks with one illness each, to be found by the training doctor."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import playground
from playground.document import edits
from playground.document.format import read
from playground.document.model import Document

GAMES = Path(__file__).parent / "files" / "games"


def chain(
    *blocks: tuple[str, dict[str, Any]] | str,
    data: str = "xor",
    data_params: dict[str, Any] | None = None,
    steps: int = 1000,
    seed: int = 1,
    **params: Any,
) -> Document:
    """A network that is a line of blocks behind an input; blocks are called by their place.

    `chain(("linear", {"out_features": 4}), "relu", ...)` has the ids linear1, relu2, ..., and the
    last one is "out".
    """
    nodes: list[dict[str, Any]] = [{"id": "x", "block": "input"}]
    for place, made in enumerate(blocks, start=1):
        block, settings = (made, {}) if isinstance(made, str) else made
        name = "out" if place == len(blocks) else f"{block.replace('_', '')}{place}"
        nodes.append({"id": name, "block": block, "params": settings})
    ids = [node["id"] for node in nodes]
    return Document.model_validate(
        {
            "data": {"dataset": data, "params": data_params or {}},
            "nodes": nodes,
            "wires": [[f"{a}.out", f"{b}.in"] for a, b in itertools.pairwise(ids)],
            "train": {
                "models": {"main": {"input": "x", "output": "out"}},
                "params": {"loss": "bce_with_logits", **params},
                "steps": steps,
                "seed": seed,
            },
        }
    )


def linear(width: int) -> tuple[str, dict[str, Any]]:
    return "linear", {"out_features": width}


def overflowing() -> Document:
    layers = (linear(8), "relu", linear(8), "relu", linear(1))
    return chain(*layers, loss="mse", optimizer="sgd", lr=100.0, data="circle")


def exploding() -> Document:
    """Every add doubles: the numbers, and with them the gradients, grow from layer to layer."""
    document = chain(*[linear(8)] * 5, linear(1), optimizer="sgd", lr=1e-9)
    nodes, wires = list(document.nodes), []
    plain = [(wire.source, wire.target) for wire in document.wires]
    for source, target in plain[1:]:
        for step in range(3):
            name = f"{source}x{2 ** (step + 1)}"
            nodes.append(nodes[0].with_(id=name, block="add", params={}))
            wires += [[f"{source}.out", f"{name}.in"]] * 2
            source = name
        wires.append([f"{source}.out", f"{target}.in"])
    wires.append(["x.out", f"{plain[0][1]}.in"])
    data = document.model_dump(mode="json")
    data.update(nodes=[node.model_dump(mode="json") for node in nodes], wires=wires)
    return Document.model_validate(data)


def vanishing() -> Document:
    deep = [layer for _ in range(7) for layer in (linear(8), "sigmoid")]
    return chain(*deep, linear(1), data="circle", lr=0.003)


def dead() -> Document:
    """Steps far too large push the units of the second layer below zero, and there they stay."""
    layers = (linear(16), "relu", linear(16), "relu", linear(1))
    return chain(*layers, data="circle", optimizer="sgd", lr=20.0)


def narrow() -> Document:
    """Two units a layer: with eight layers, most networks are dead when they are born.

    Source: Lu et al. 2020, Dying ReLU and initialization, arXiv:1903.06733.
    """
    deep = [layer for _ in range(8) for layer in (linear(2), "relu")]
    return chain(*deep, linear(1), data="circle", lr=0.003)


def saturated() -> Document:
    """Measurements up to 4,000 that nobody has scaled."""
    unscaled = {"standardise": False}
    return chain(linear(16), "tanh", linear(1), data="breast_cancer", data_params=unscaled)


def straight() -> Document:
    """A network without a hidden layer cannot separate opposite quadrants."""
    return chain(linear(1), lr=0.01)


def hasty() -> Document:
    return chain(linear(16), "tanh", linear(16), "tanh", linear(1), data="spiral", lr=3.0)


def slow() -> Document:
    return chain(linear(16), "tanh", linear(1), data="circle", lr=1e-6)


def rare(path: str) -> Document:
    """Few samples of a class amid those of another; see `write_rare`."""
    layers = (linear(8), "relu", linear(1))
    return chain(*layers, data="csv", data_params={"path": path}, lr=0.01)


def softmax_twice() -> Document:
    layers = ("flatten", linear(32), "relu", linear(10), "softmax")
    return chain(*layers, data="digits", loss="cross_entropy", lr=0.003)


def hidden_sigmoid() -> Document:
    """A sigmoid before the loss that has one, where a check does not see it."""
    reshape = ("reshape", {"shape": [1]})
    return chain(linear(8), "tanh", linear(1), "sigmoid", reshape, data="circle", lr=0.01)


def out_of_reach() -> Document:
    layers = (linear(16), "relu", linear(1), "sigmoid")
    return chain(*layers, data="diabetes", loss="mse", lr=0.003)


def overfitting() -> Document:
    return playground.load("overfit-demo")


def gan(steps: int, **params: Any) -> Document:
    """A game with batch normalisation in the generator, which settles the ring."""
    ring = read(GAMES / "ring.json")
    train = ring.train.with_(params={**ring.train.params, **params}, steps=steps)
    return ring.with_(train=train)


def outplayed() -> Document:
    return gan(3000, lr_generator=1e-7, lr_discriminator=0.005)


def collapsed() -> Document:
    """A hasty generator without normalisation runs from one cloud to the next, never to all."""
    game = gan(2400, lr_generator=0.01, lr_discriminator=0.0005)
    return edits.remove_and_reconnect(game, ["gen_norm1", "gen_norm2"])
