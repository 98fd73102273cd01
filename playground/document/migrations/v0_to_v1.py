"""Version 0 kept blocks by id under torch's class names, and links without ports.

::

    {"format": "neural-playground", "version": 0, "name": "...", "dataset": "xor",
     "nodes": {"hidden": {"type": "Linear", "x": 220, "y": 0, "out_features": 4}},
     "links": [{"from": "x", "to": "hidden"}, {"from": "a", "to": "attention", "port": "key"}],
     "training": {"steps": 500, "seed": 7, "lr": 0.03}, "input": "x", "output": "out"}
"""

from __future__ import annotations

import re
from typing import Any


def migrate(raw: dict[str, Any]) -> dict[str, Any]:
    """Version 0 -> 1: a list of nodes, wires with ports, models by role."""
    training = dict(raw.get("training", {}))
    train = {key: training.pop(key) for key in ("steps", "seed") if key in training}
    if "input" in raw and "output" in raw:
        train["models"] = {"main": {"input": raw["input"], "output": raw["output"]}}
    return {
        "format": raw["format"],
        "version": 1,
        "title": raw.get("name", ""),
        "data": {"dataset": raw.get("dataset", "spiral")},
        "nodes": [_node(id, node) for id, node in raw.get("nodes", {}).items()],
        "wires": [_wire(link) for link in raw.get("links", [])],
        "train": {"experiment": "supervised", "params": training, **train},
    }


def _node(id: str, old: dict[str, Any]) -> dict[str, Any]:
    params = {key: value for key, value in old.items() if key not in ("type", "x", "y")}
    at = [old.get("x", 0), old.get("y", 0)]
    return {"id": id, "block": snake_case(old["type"]), "params": params, "at": at}


def _wire(old: dict[str, Any]) -> list[str]:
    return [f"{old['from']}.out", f"{old['to']}.{old.get('port', 'in')}"]


def snake_case(name: str) -> str:
    """``BatchNorm2d`` as ``batch_norm2d``, ``LeakyReLU`` as ``leaky_relu``."""
    name = name.replace("LU", "lu")  # ReLU, SiLU: one word with capitals of its own
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()
