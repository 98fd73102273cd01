"""Targets take the form that each loss compares with."""

from __future__ import annotations

import numpy as np
import pytest
import torch
from torch import nn
from torch.nn import functional as F

from playground.train.losses import (
    FUNCTIONS,
    balanced,
    decide,
    labels_of,
    targets_for,
    weighted,
)

LABELS = torch.tensor([0, 1, 1])


def test_every_loss_is_that_of_torch():
    modules = {
        "cross_entropy": nn.CrossEntropyLoss(),
        "bce_with_logits": nn.BCEWithLogitsLoss(),
        "mse": nn.MSELoss(),
        "l1": nn.L1Loss(),
        "smooth_l1": nn.SmoothL1Loss(),
    }
    assert set(FUNCTIONS) == set(modules)
    outputs = torch.randn(5, 3)
    for name, function in FUNCTIONS.items():
        labels = torch.tensor([0, 1, 2, 1, 0])
        targets = targets_for(name, labels, (3,))
        assert torch.equal(function(outputs, targets), modules[name](outputs, targets))


def test_labels_stay_labels_for_cross_entropy():
    assert torch.equal(targets_for("cross_entropy", LABELS, (2,)), LABELS)


@pytest.mark.parametrize("loss", ["bce_with_logits", "mse", "l1", "smooth_l1"])
def test_labels_become_a_column_or_one_hot_rows_for_the_other_losses(loss):
    column = targets_for(loss, LABELS, (1,))
    assert column.tolist() == [[0.0], [1.0], [1.0]]
    rows = targets_for(loss, LABELS, (2,))
    assert rows.tolist() == [[1.0, 0.0], [0.0, 1.0], [0.0, 1.0]]


def test_values_stay_as_they_are():
    values = torch.randn(4, 2)
    assert targets_for("mse", values, (2,)) is values


def test_decisions_are_the_likelier_class():
    assert decide("cross_entropy", torch.tensor([[0.1, 3.0], [2.0, 1.0]])).tolist() == [1, 0]
    assert decide("bce_with_logits", torch.tensor([[-0.1], [0.1]])).tolist() == [0, 1]
    assert decide("mse", torch.tensor([[0.4], [0.6]])).tolist() == [0, 1]


def test_labels_are_read_from_one_hot_rows():
    assert labels_of(torch.eye(3)).tolist() == [0, 1, 2]
    assert labels_of(LABELS) is LABELS


def test_balanced_weights_are_those_of_scikit_learn():
    from sklearn.utils.class_weight import compute_class_weight

    labels = torch.tensor([0] * 7 + [1] * 2 + [2])
    wanted = compute_class_weight("balanced", classes=np.arange(3), y=labels.numpy())
    assert balanced(labels, 3).tolist() == pytest.approx(wanted.tolist())
    assert balanced(labels, 4)[3] == 0.0  # a class without samples


def test_weighted_cross_entropy_is_that_of_torch():
    outputs, labels = torch.randn(6, 3), torch.tensor([0, 1, 2, 2, 1, 0])
    weights = torch.tensor([0.5, 2.0, 1.0])
    wanted = nn.CrossEntropyLoss(weight=weights)(outputs, labels)
    assert torch.equal(weighted("cross_entropy", weights)(outputs, labels), wanted)
    rows = F.one_hot(labels, 3).float()
    each = nn.CrossEntropyLoss(reduction="none")(outputs, labels) * weights[labels]
    assert torch.allclose(weighted("cross_entropy", weights)(outputs, rows), each.mean())


@pytest.mark.parametrize("loss", ["bce_with_logits", "mse", "l1", "smooth_l1"])
@pytest.mark.parametrize("outputs", [1, 2])
def test_the_other_losses_weigh_each_sample_by_its_class(loss, outputs):
    made, labels = torch.randn(5, outputs), torch.tensor([0, 1, 1, 0, 1])
    weights = torch.tensor([0.5, 2.0])
    targets = targets_for(loss, labels, (outputs,))
    each = [FUNCTIONS[loss](made[i], targets[i]) * weights[labels[i]] for i in range(5)]
    assert torch.allclose(weighted(loss, weights)(made, targets), torch.stack(each).mean())
