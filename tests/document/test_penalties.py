"""Regularisation of one block alone: what it costs, and how it is written."""

import pytest

from playground.document.composites import expand, folded, group, set_repeat, unfolded
from playground.document.diff import diff
from playground.document.format import reads, writes
from playground.document.model import Document, Node, Penalty, Wire
from playground.document.penalties import penalty_of, rates, set_penalty
from playground.errors import EditError, FormatError

AXES = {"a.weight": 2, "a.bias": 1, "b.weight": 2, "b.bias": 1}
L1 = Penalty(kind="l1", rate=0.25)
L2 = Penalty(kind="l2", rate=0.5)


@pytest.fixture
def doc():
    nodes = [Node(id="x", block="input")]
    nodes += [Node(id=id, block="linear", params={"out_features": 2}) for id in ("a", "b")]
    wires = [Wire(source="x", target="a"), Wire(source="a", target="b")]
    return Document(nodes=tuple(nodes), wires=tuple(wires))


def test_the_training_costs_weights_by_l1_and_everything_by_decay(doc):
    found = rates(doc, AXES, l1=0.1, weight_decay=0.2)
    assert found.l1 == {"a.weight": 0.1, "b.weight": 0.1}
    assert found.decay == dict.fromkeys(AXES, 0.2)


@pytest.mark.parametrize(
    ("own", "l1", "decay"),
    [
        (Penalty(), None, 0.0),
        (L1, 0.25, 0.0),
        (L2, None, 0.5),
        (Penalty(kind="none", rate=3.0), None, 0.0),
    ],
)
def test_an_own_penalty_replaces_both_and_leaves_biases_free(doc, own, l1, decay):
    found = rates(set_penalty(doc, ["a"], own), AXES, l1=0.1, weight_decay=0.2)
    assert found.l1.get("a.weight") == l1
    assert "a.bias" not in found.l1
    assert (found.decay["a.weight"], found.decay["a.bias"]) == (decay, 0.0)
    assert (found.l1["b.weight"], found.decay["b.bias"]) == (0.1, 0.2)


def test_it_is_an_edit_that_touches_one_block(doc):
    edited = set_penalty(doc, ["a"], L1)
    assert diff(doc, edited).changed == {"a"}
    assert edited.node("b") is doc.node("b")
    assert set_penalty(edited, ["a"], None) == doc
    with pytest.raises(EditError, match="nobody"):
        set_penalty(doc, ["nobody"], L1)


def test_it_is_written_only_where_it_is(doc):
    assert "penalty" not in writes(doc)
    assert '"version": 1' in writes(doc)
    text = writes(set_penalty(doc, ["a"], L1))
    assert '"version": 4' in text
    assert text.count('"penalty": {"kind": "l1", "rate": 0.25}') == 1
    assert reads(text) == set_penalty(doc, ["a"], L1)
    none = set_penalty(doc, ["a"], Penalty())
    assert reads(writes(none)) == none != doc


@pytest.mark.parametrize("bad", ['"kind": "l3"', '"kind": "l1", "rate": -1', '"rate": 1e9'])
def test_a_file_with_another_kind_or_rate_is_refused(doc, bad):
    text = writes(set_penalty(doc, ["a"], L1)).replace('"kind": "l1", "rate": 0.25', bad)
    with pytest.raises(FormatError, match="penalty"):
        reads(text)


def test_blocks_of_a_composite_keep_theirs_and_take_that_of_the_instance(doc):
    doc, id = group(set_penalty(doc, ["a"], L1), ["a", "b"])
    doc = set_repeat(doc, id, 2, share_weights=True)
    outer = set_penalty(doc, [id], L2)
    for repeat in (0, 1):
        flat = expand(outer)
        assert penalty_of(flat, f"{id}.{repeat}.a.weight") == L1
        assert penalty_of(flat, f"{id}.{repeat}.b.weight") == L2
        assert penalty_of(expand(doc), f"{id}.{repeat}.b.weight") is None
    assert '"version": 4' in writes(doc)  # inside of a definition, too
    assert reads(writes(outer)) == outer


def test_an_opened_composite_takes_an_edit_home(doc):
    doc, id = group(doc, ["a", "b"])
    view = unfolded(doc, {id})
    home = folded(doc, set_penalty(view, [f"{id}.a"], L1), {id})
    assert expand(home).node(f"{id}.a").penalty == L1
    assert expand(home).node(f"{id}.b").penalty is None
