"""Supervised learning with a token to answer at each step."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch.nn import functional as F

from playground.check.check import check
from playground.data.base import Dataset, Field, Samples, dataset
from playground.document.model import Document
from playground.registry import datasets
from playground.train.losses import FUNCTIONS, decide
from playground.train.result import train


@pytest.fixture(autouse=True)
def echo():
    """Each step is to be answered with the next letter of the alphabet."""

    @dataset("next_letter", title="Next letter", group="Language")
    class NextLetter(Dataset):
        def fields(self):
            field = Field((4,), "token", vocabulary=("a", "b", "c"))
            return {"x": field, "y": field}

        def load(self, rng):
            x = rng.integers(0, 3, (100, 4))
            return Samples({"x": x, "y": (x + 1) % 3})

    yield NextLetter
    del datasets._entries["next_letter"]


def document(loss="cross_entropy", outputs=3, **params):
    return Document.model_validate(
        {
            "data": {"dataset": "next_letter"},
            "nodes": [
                {"id": "x", "block": "input"},
                {"id": "embed", "block": "embedding", "params": {"num_embeddings": 3}},
                {"id": "out", "block": "linear", "params": {"out_features": outputs}},
            ],
            "wires": [["x.out", "embed.in"], ["embed.out", "out.in"]],
            "train": {"params": {"loss": loss, "lr": 0.05, **params}, "steps": 60},
        }
    )


def test_every_step_is_learned_and_counted():
    metrics = train(document(), device="cpu").metrics
    assert metrics["accuracy/test"] == metrics["exact/test"] == metrics["accuracy/train"] == 1.0
    assert metrics["loss/test"] < 0.2


def test_outputs_and_loss_that_do_not_fit_are_told_and_mended():
    for wrong in (document(outputs=5), document("mse"), document("mse", outputs=5)):
        problems = [p for p in check(wrong).problems if p.severity == "error"]
        assert [p.kind for p in problems] == ["loss_does_not_fit"], problems
        assert check(problems[0].fixes[0].edit(wrong)).ok


@pytest.mark.parametrize("reduction", ["mean", "sum", "none"])
def test_the_loss_of_a_sequence_is_that_of_its_steps(reduction):
    generator = torch.Generator().manual_seed(3)
    outputs = torch.randn(5, 4, 3, generator=generator)
    target = torch.randint(3, (5, 4), generator=generator)
    found = FUNCTIONS["cross_entropy"](outputs, target, reduction=reduction)
    expected = F.cross_entropy(outputs.movedim(-1, 1), target, reduction=reduction)
    torch.testing.assert_close(found, expected)
    assert decide("cross_entropy", outputs).shape == (5, 4)
    assert np.array_equal(decide("cross_entropy", outputs), outputs.numpy().argmax(-1))
