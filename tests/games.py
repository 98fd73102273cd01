"""A small adversarial game, for tests of its losses, its checks and its views."""

from __future__ import annotations

from itertools import islice, pairwise

import torch

from playground.check.check import check
from playground.document.model import Document
from playground.train.cadence import StepCadence
from playground.train.controls import Controls, Steering
from playground.train.session import Session


def game(*, made=2, verdict=1, source="noise", data=None, seed=3, **params) -> Document:
    """A small generator and a small discriminator of points in the plane."""
    start = (
        {"block": "noise", "params": {"features": 4}} if source == "noise" else {"block": source}
    )
    forger = [
        {"id": "z", **start},
        {"id": "gen", "block": "linear", "params": {"out_features": 16}},
        {"id": "gen_act", "block": "relu"},
        {"id": "fake", "block": "linear", "params": {"out_features": made}},
    ]
    judge = [
        {"id": "x", "block": "input"},
        {"id": "dis", "block": "linear", "params": {"out_features": 16}},
        {"id": "dis_act", "block": "leaky_relu"},
        {"id": "verdict", "block": "linear", "params": {"out_features": verdict}},
    ]
    lines = [[n["id"] for n in nodes] for nodes in (forger, judge)]
    return Document.model_validate(
        {
            "data": {"dataset": "ring", "params": {"num_samples": 200, **(data or {})}},
            "nodes": [*forger, *judge],
            "wires": [[f"{a}.out", f"{b}.in"] for line in lines for a, b in pairwise(line)],
            "train": {
                "experiment": "gan",
                "models": {
                    "generator": {"input": "z", "output": "fake"},
                    "discriminator": {"input": "x", "output": "verdict"},
                },
                "params": {"batch_size": 20, **params},
                "steps": 50,
                "seed": seed,
            },
        }
    )


def after(document: Document, steps: int, controls: Controls | None = None):
    """A session after some steps, and its newest snapshot."""
    session = Session(
        document, device="cpu", steering=Steering(controls), cadence=StepCadence(every=1)
    )
    snapshots = list(islice(session.steps(), steps + 1))
    return session, snapshots[-1]


def weights(models, role):
    return torch.cat([p.detach().flatten() for p in models[role].parameters()])


def kinds(document: Document) -> list[str]:
    return [problem.kind for problem in check(document).problems]
