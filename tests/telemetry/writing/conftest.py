"""Language models that cost nothing to build."""

from __future__ import annotations

import pytest
import torch

from playground.build.modules import build
from playground.document.composites import expand
from playground.document.model import Document
from playground.registry import datasets

LENGTH = 12
ROWS = len(datasets.get("text").make({}).fields()["x"].vocabulary)  # another in each Python


@pytest.fixture(autouse=True)
def one_core():
    cores = torch.get_num_threads()
    torch.set_num_threads(1)
    with torch.no_grad():
        yield
    torch.set_num_threads(cores)


@pytest.fixture
def network():
    """A document of these blocks between an embedding and the scores; names make branches.

    Each entry is (key, parameters, sources); without sources a block reads the one before it.
    """

    def make(*middle, width=8, length=LENGTH, muted=(), data=None, rows=ROWS) -> Document:
        embed = {"num_embeddings": rows, "embedding_dim": width}
        nodes = [
            {"id": "x", "block": "input"},
            {"id": "embed", "block": "embedding", "params": embed},
        ]
        wires, before = [["x.out", "embed.in"]], "embed"
        for number, entry in enumerate((*middle, ("linear", {"out_features": rows}))):
            key, params, *sources = entry
            id = f"{key}_{number}"
            nodes.append({"id": id, "block": key, "params": params, "muted": number in muted})
            ports = {"in": "out"}
            if key in {"multihead_attention", "scaled_dot_product_attention"}:
                ports = {"query": "out", "key": "out", "value": "out"}
            if key == "matmul":
                ports = {"in": "out", "other": "out"}
            given = sources or [before] * len(ports)
            names = [*ports] if len(ports) > 1 else ["in"] * len(given)
            wires += [[f"{s}.out", f"{id}.{p}"] for s, p in zip(given, names, strict=True)]
            before = id
        return Document.model_validate(
            {
                "data": data or {"dataset": "text", "params": {"length": length, "stride": 500}},
                "nodes": nodes,
                "wires": wires,
                "train": {
                    "experiment": "language_model",
                    "models": {"main": {"input": "x", "output": before}},
                    "seed": 5,
                },
            }
        )

    return make


@pytest.fixture
def built():
    """The flat document, its network in eval mode, and what it reads."""

    def make(document: Document):
        model = build(document)["main"].eval()
        data = datasets.get(document.data.dataset).make(document.data.params)
        return expand(document), model, data.fields()["x"]

    return make
