"""Small documents whose training takes milliseconds."""

from __future__ import annotations

import itertools

import pytest
import torch

from playground.document.model import Document


@pytest.fixture(autouse=True)
def one_core():
    cores = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(cores)


@pytest.fixture
def make_document():
    """A network for the two-dimensional data, with dropout and batch normalisation on request."""

    def make(*layers: str, steps: int = 300, seed: int = 7, data: str = "xor", **params):
        blocks = {
            "dropout": {"block": "dropout", "params": {"p": 0.3}},
            "norm": {"block": "batch_norm1d"},
        }
        nodes = [
            {"id": "x", "block": "input"},
            {"id": "hidden", "block": "linear", "params": {"out_features": 8}},
            *({"id": name, **blocks[name]} for name in layers),
            {"id": "act", "block": "tanh"},
            {"id": "out", "block": "linear", "params": {"out_features": 1}},
        ]
        ids = [node["id"] for node in nodes]
        settings = {"loss": "bce_with_logits", "optimizer": "adam", "lr": 0.03, **params}
        return Document.model_validate(
            {
                "data": {"dataset": data},
                "nodes": nodes,
                "wires": [[f"{a}.out", f"{b}.in"] for a, b in itertools.pairwise(ids)],
                "train": {
                    "models": {"main": {"input": "x", "output": "out"}},
                    "params": settings,
                    "steps": steps,
                    "seed": seed,
                },
            }
        )

    return make
