"""The difference of two documents in words."""

from __future__ import annotations

import pytest

from playground.check.words import difference
from playground.document import edits
from playground.document.library import load
from playground.document.model import Document, Node, Wire


@pytest.fixture
def doc() -> Document:
    return load("xor-mlp")


def test_the_same_training_has_no_difference_wherever_its_cards_stand(doc):
    assert difference(doc, doc) == ()
    moved = edits.set_title(edits.move_nodes(doc, {doc.nodes[0].id: (999.0, 5.0)}), "Other")
    assert difference(doc, moved) == ()


def test_a_learning_rate_is_told_with_both_values(doc):
    before = edits.set_train_param(doc, "lr", 0.03)
    assert difference(before, edits.set_train_param(before, "lr", 0.01)) == ("lr 0.03 → 0.01",)


def test_a_parameter_that_is_not_written_has_its_default(doc):
    bare = edits.set_train_param(doc, "weight_decay", None)
    assert difference(bare, edits.set_train_param(bare, "weight_decay", 0.0)) == ()
    assert difference(bare, edits.set_train_param(bare, "weight_decay", 0.5)) == (
        "weight_decay 0 → 0.5",
    )


def test_blocks_that_came_went_and_changed(doc):
    hidden = next(node for node in doc.nodes if node.block == "linear")
    wire = next(w for w in doc.wires if w.source == hidden.id)
    more = edits.insert_on_wire(doc, wire, Node(id="relu2", block="relu"))
    assert difference(doc, more) == ("+ relu2",)
    assert difference(more, doc) == ("− relu2",)
    wider = edits.set_param(doc, hidden.id, "out_features", 31)
    was = hidden.params["out_features"]
    assert difference(doc, wider) == (f"{hidden.id}.out_features {was} → 31",)
    assert difference(doc, edits.set_frozen(doc, [hidden.id], True)) == (f"{hidden.id} frozen",)
    assert difference(doc, edits.set_muted(doc, [hidden.id], True)) == (f"{hidden.id} muted",)


def test_rewiring_data_seed_and_steps(doc):
    a, b = doc.wires[0], doc.wires[1]
    rewired = edits.connect(edits.disconnect(doc, b), Wire(source=a.source, target=b.target))
    assert difference(doc, rewired) == ("rewired",)
    assert difference(doc, edits.set_data_param(doc, "noise", 0.4))[-1].startswith("noise ")
    assert "data xor → circle" in difference(doc, edits.set_data(doc, "circle"))
    seed = doc.train.seed
    assert difference(doc, edits.set_train(doc, seed=seed + 1, steps=9)) == (
        f"steps {doc.train.steps} → 9",
        f"seed {seed} → {seed + 1}",
    )


def test_blocks_of_a_plug_in_that_is_gone_are_compared_by_what_is_written():
    a = Document(nodes=(Node(id="z", block="not_installed", params={"size": 3}),))
    b = Document(nodes=(Node(id="z", block="not_installed", params={"size": 4, "deep": True}),))
    assert difference(a, b) == ("z.size 3 → 4", "z.deep – → True")
