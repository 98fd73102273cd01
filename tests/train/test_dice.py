"""Which networks draw random numbers, so that they get a sequence of their own."""

from __future__ import annotations

import pytest
import torch
from torch import fx, nn
from torch.nn import functional as F

from playground.build.modules import build
from playground.document import edits
from playground.document.library import load
from playground.document.model import Node
from playground.train.dice import draws


class Functional(nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.dropout(x, 0.5)


class Foreign(nn.Module):
    """Of a plug-in: nobody knows what it does."""


@pytest.mark.parametrize(
    ("module", "random"),
    [
        (nn.Sequential(nn.Linear(2, 3), nn.Tanh(), nn.BatchNorm1d(3)), False),
        (nn.Sequential(nn.Linear(2, 3), nn.Dropout(0.1)), True),
        (nn.RReLU(), True),
        (nn.LSTM(2, 3), False),
        (nn.LSTM(2, 3, num_layers=2, dropout=0.5), True),
        (nn.TransformerEncoderLayer(4, 2, dropout=0.0), True),
        (Foreign(), True),
        (fx.symbolic_trace(Functional()), True),
        (fx.symbolic_trace(nn.Sequential(nn.Linear(2, 2), nn.ReLU())), False),
    ],
)
def test_what_may_draw_counts_as_drawing(module, random):
    assert draws({"main": module}) is random


def test_a_preset_draws_once_it_has_dropout():
    document = load("digits-cnn")
    assert not draws(build(document))
    wire = document.wires[-1]
    document = edits.insert_on_wire(document, wire, Node(id="drop", block="dropout"))
    assert draws(build(document))
