"""Repairs are edits of documents; inside of composites, too."""

from __future__ import annotations

import ill
import pytest

from playground.check.check import check
from playground.check.problems import Fix
from playground.document import edits
from playground.document.composites.grouping import group
from playground.train.health import Doctor, repairs
from playground.train.health.finding import tried

DEEP = ill.chain(ill.linear(8), "relu", ill.linear(8), "relu", ill.linear(1), data="circle")


def test_blocks_inside_of_a_composite_are_repaired_there():
    document, instance = group(DEEP, ["linear3", "relu4"])
    chart = Doctor(document).chart()
    inner = [id for id in chart.report.nodes if id.endswith("relu4")]
    assert inner == [f"{instance}.relu4"]
    (fix,) = repairs.replace(["relu2", *inner], "relu", "leaky_relu")
    mended = check(fix.edit(document))
    assert mended.ok
    keys = {id: found.node.block for id, found in mended.nodes.items()}
    assert keys["relu2"] == keys[f"{instance}.relu4"] == "leaky_relu"


def test_a_repair_that_breaks_changes_nothing_or_fails_is_not_offered():
    report = check(DEEP)
    bad = [
        Fix("fails", lambda doc: edits.set_param(doc, "nobody", "p", 1)),
        Fix("does nothing", lambda doc: doc),
        Fix("breaks", lambda doc: edits.remove_nodes(doc, ["relu2"])),
        Fix("brings a warning", lambda doc: edits.set_train_param(doc, "loss", "mse")),
    ]
    good = [
        Fix(f"lr {n}", lambda doc, n=n: edits.set_train_param(doc, "lr", n))
        for n in (0.1, 0.1, 0.2, 0.3, 0.4)
    ]
    assert [fix.title for fix in tried([*bad, *good], report)] == ["lr 0.1", "lr 0.2", "lr 0.3"]


def test_normalisation_is_inserted_once_and_never_behind_the_end():
    chart = Doctor(DEEP).chart()
    (fix,) = repairs.normalise(chart, ["linear1", "linear3", "out"])
    mended = fix.edit(DEEP)
    assert sum(node.block == "batch_norm1d" for node in mended.nodes) == 2
    assert check(mended).ok
    again = Doctor(mended).chart()
    assert list(repairs.normalise(again, ["linear1", "linear3", "out"])) == []


@pytest.mark.parametrize(
    ("optimizer", "lr", "lowered"),
    [("sgd", 50.0, 0.05), ("sgd", 0.5, 0.05), ("adam", 3.0, 0.001), ("adam", 0.01, 0.001)],
)
def test_a_rate_far_off_becomes_a_usual_one_and_another_a_tenth(optimizer, lr, lowered):
    train = DEEP.train.with_(params={**DEEP.train.params, "optimizer": optimizer, "lr": lr})
    document = DEEP.with_(train=train)
    (fix,) = repairs.calm(Doctor(document).chart())
    assert fix.edit(document).train.params["lr"] == pytest.approx(lowered)
    assert f"{lowered}" in fix.title


def test_both_rates_of_a_game_are_lowered_together():
    game = ill.gan(10)
    (fix,) = repairs.learning_rate(Doctor(game).chart(), 0.1)
    params = fix.edit(game).train.params
    assert params["lr_generator"] == pytest.approx(0.00005)
    assert params["lr_discriminator"] == pytest.approx(0.0001)
