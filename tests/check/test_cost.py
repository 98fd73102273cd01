"""Costs are sums of the blocks' costs."""

from pathlib import Path

from playground.check.check import check
from playground.check.cost import CostSummary, of_model, summarise
from playground.document import edits
from playground.document.format import reads
from playground.document.model import Node

XOR = reads((Path(__file__).parents[1] / "files" / "xor_version_1.json").read_text())


def test_the_cost_of_a_network_by_hand():
    # 2 -> 4 -> tanh -> 1
    whole = summarise(check(XOR))
    assert (whole.blocks, whole.parameters, whole.trainable) == (4, 8 + 4 + 4 + 1, 17)
    assert whole.flops == (2 * 8 + 4) + 4 + (2 * 4 + 1)
    assert whole.activations == 2 + 4 + 4 + 1
    assert (whole.parameter_bytes, whole.activation_bytes) == (68, 44)
    assert whole.complete


def test_a_selection_and_a_model():
    report = check(edits.add_node(XOR, Node(id="loose", block="linear")))
    chosen = summarise(report, ["hidden", "act", "hidden", "nobody"])
    assert (chosen.blocks, chosen.parameters, chosen.activations) == (2, 12, 8)
    assert of_model(report) == summarise(check(XOR))
    assert of_model(report, "generator") == CostSummary()
    assert not summarise(report).complete  # the loose block's size is not known


def test_frozen_weights_are_not_trainable():
    report = check(edits.set_frozen(XOR, ["hidden"]))
    assert (summarise(report).parameters, summarise(report).trainable) == (17, 5)
