"""Repeats are found and folded, and the network stays the same."""

import pytest
from hypothesis import given, settings
from networks import composed, networks, signature

from playground.document import edits
from playground.document.composites import expand, find_repeats, fold, group, renamed, unpack
from playground.document.library import load
from playground.document.model import Document, ModelSpec, Node, Wire
from playground.errors import EditError


def tower(count=4, *, shortcut=True):
    """Residual blocks one after the other."""
    nodes = [Node(id="x", block="input")]
    wires = []
    last = "x"
    for n in range(count):
        at = (200 * n, 0)
        nodes += [
            Node(id=f"line{n}", block="linear", params={"out_features": 2}, at=at),
            Node(id=f"act{n}", block="relu", at=at),
            Node(id=f"sum{n}", block="add", at=at),
        ]
        wires += [
            Wire(source=last, target=f"line{n}"),
            Wire(source=f"line{n}", target=f"act{n}"),
            Wire(source=f"act{n}", target=f"sum{n}"),
        ]
        wires += [Wire(source=last, target=f"sum{n}")] if shortcut else []
        last = f"sum{n}"
    nodes.append(Node(id="out", block="linear", params={"out_features": 1}))
    wires.append(Wire(source=last, target="out"))
    train = {"models": {"main": ModelSpec(input="x", output="out")}}
    return Document(nodes=nodes, wires=wires, train=train)


@pytest.mark.parametrize("shortcut", [True, False])
def test_a_tower_becomes_one_repeated_composite(shortcut):
    doc = tower(shortcut=shortcut)
    best = find_repeats(doc)[0]
    assert best.consecutive
    assert [piece[0] for piece in best.pieces] == ["line0", "line1", "line2", "line3"]
    assert best.saving == 11
    folded, (id,) = fold(doc, best, "Residual")
    assert [n.id for n in folded.nodes] == ["x", "residual", "out"]
    assert folded.node(id).params["repeat"] == 4
    assert signature(folded) == signature(doc)
    assert signature(unpack(folded, id)) == signature(doc)


def test_pieces_apart_become_linked_instances():
    doc = load("digits-resnet")
    repeat = next(r for r in find_repeats(doc) if not r.consecutive)
    assert len(repeat.pieces) == 2
    folded, ids = fold(doc, repeat)
    assert len(folded.composites) == 1
    assert len({folded.node(id).params["definition"] for id in ids}) == 1
    assert signature(folded) == signature(doc)


def test_what_is_not_there_any_more_cannot_be_folded():
    doc = tower()
    with pytest.raises(EditError, match="not there any more"):
        fold(edits.remove_nodes(doc, ["act1"]), find_repeats(doc)[0])


def test_lenses_follow_into_the_copies():
    doc = edits.set_lenses(tower(), ["weights/line2"])
    folded, _ = fold(doc, find_repeats(doc)[0], "R")
    assert folded.view.lenses == ("weights/r.2.line0",)


@settings(deadline=None)
@given(networks(12))
def test_folding_keeps_the_function(doc):
    for repeat in find_repeats(doc):
        try:
            folded, _ = fold(doc, repeat)
        except EditError:
            continue
        assert signature(folded) == signature(doc)


def test_weights_are_found_again_by_their_new_paths():
    doc = tower()
    grouped, id = group(doc, ["line1", "act1"])
    assert renamed(doc, grouped) == {"line1": f"{id}.line1", "act1": f"{id}.act1"}
    assert renamed(grouped, doc) == {f"{id}.line1": "line1", f"{id}.act1": "act1"}
    folded, _ = fold(doc, find_repeats(doc)[0], "R")
    names = renamed(doc, folded)
    assert [names[f"line{n}"] for n in range(4)] == [f"r.{n}.line0" for n in range(4)]


@settings(deadline=None)
@given(composed())
def test_renames_are_one_to_one(doc):
    instance = next((n.id for n in doc.nodes if n.block == "composite"), None)
    if instance is None:
        return
    try:
        flat = unpack(doc, instance)
    except EditError:
        return
    names = renamed(doc, flat)
    assert len(set(names.values())) == len(names)
    for old, new in names.items():
        assert expand(doc).by_id[old].block == expand(flat).by_id[new].block
