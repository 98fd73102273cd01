"""Making composites and taking them apart."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from networks import composed, networks, selections, signature

from playground.document import edits
from playground.document.composites import (
    conceal,
    detach,
    edit_at,
    expand,
    expose,
    exposed_name,
    exposed_of,
    folded,
    group,
    instances,
    is_linked,
    rename_definition,
    rename_port,
    set_exposed,
    set_repeat,
    unfolded,
    unpack,
)
from playground.document.composites.interface import rename_exposed
from playground.document.diff import diff
from playground.document.format import reads, writes
from playground.document.library import load
from playground.document.model import Node
from playground.errors import EditError

DIGITS = load("digits-cnn")


def stage():
    """digits-cnn with its first three layers in a composite."""
    return group(DIGITS, ["conv1", "relu1", "pool1"], "Stage")


def test_a_group_has_ports_for_the_wires_across_its_border():
    doc, id = stage()
    assert id == "stage"
    (definition,) = doc.composites
    assert (definition.inputs, definition.outputs) == (
        {"in": ("conv1.in",)},
        {"out": ("pool1.out",)},
    )
    assert [str(w) for w in doc.wires[:2]] == ["image.out → stage.in", "stage.out → conv2.in"]
    assert [n.id for n in expand(doc).nodes][:5] == [
        "image", "stage.conv1", "stage.relu1", "stage.pool1", "conv2",
    ]  # fmt: skip


def test_models_and_lenses_follow():
    doc = DIGITS.with_(view={"lenses": ("loss", "weights/conv1")})
    doc, _ = group(doc, ["conv1", "relu1"], "Stage")
    assert doc.view.lenses == ("loss", "weights/stage.conv1")
    doc, _ = group(doc, ["flatten", "out"], "Head")
    assert doc.train.models["main"].output == "head.out"
    doc = unpack(unpack(doc, "stage"), "head")
    assert (doc.view.lenses, doc.train) == (("loss", "weights/conv1"), DIGITS.train)
    assert doc.composites == ()


def test_what_lies_between_must_come_along():
    with pytest.raises(EditError, match="relu1 lies between these blocks"):
        group(DIGITS, ["conv1", "pool1"])
    with pytest.raises(EditError, match="at least one block"):
        group(DIGITS, [])


@given(st.data())
def test_unpacking_a_group_gives_back_the_document(data):
    doc = data.draw(networks())
    try:
        grouped, id = group(doc, data.draw(selections(doc)), "Some part")
    except EditError:
        return
    assert reads(writes(grouped)) == grouped
    assert signature(grouped) == signature(doc)
    back = unpack(grouped, id)
    assert {n.id: n for n in back.nodes} == {n.id: n for n in doc.nodes}
    assert back.train == doc.train
    assert sorted(map(str, back.wires)) == sorted(map(str, doc.wires))
    for node in doc.nodes:
        assert [w for w in back.wires if w.target == node.id] == [
            w for w in doc.wires if w.target == node.id
        ]


@settings(deadline=None)
@given(composed())
def test_unpacking_keeps_the_function(doc):
    before = signature(doc)
    for _ in range(20):
        instance = next((n for n in doc.nodes if n.block == "composite"), None)
        if instance is None:
            break
        if instance.params.get("share_weights") and instance.params.get("repeat", 1) > 1:
            with pytest.raises(EditError, match="share their weights"):
                unpack(doc, instance.id)
            break
        doc = unpack(doc, instance.id)
        assert signature(doc) == before


def test_linked_instances_are_detached():
    doc, _ = stage()
    doc = doc.with_(nodes=(*doc.nodes, doc.node("stage").with_(id="again")))
    assert is_linked(doc, "stage")
    doc = detach(doc, "again")
    assert not is_linked(doc, "stage")
    assert [c.id for c in doc.composites] == ["stage", "stage2"]
    assert list(instances(doc, "stage2")) == ["again"]


def test_groups_in_groups():
    doc, _ = stage()
    doc, inner = group(doc, ["stage.relu1", "stage.pool1"], "Tail")
    assert inner == "stage.tail"
    assert "stage.tail.relu1" in expand(doc).by_id
    assert signature(doc) == signature(DIGITS)
    assert signature(unpack(doc, "stage.tail")) == signature(DIGITS)
    assert signature(unpack(unpack(doc, "stage"), "tail")) == signature(DIGITS)


def test_a_difference_names_definitions():
    doc, _ = stage()
    assert diff(DIGITS, doc).composites == {"stage"}
    inner = edit_at(doc, "stage", lambda level: edits.set_param(level, "conv1", "out_channels", 3))
    changes = diff(doc, inner)
    assert (changes.composites, changes.changed, changes.network) == ({"stage"}, frozenset(), True)
    assert not diff(doc, edit_at(doc, "stage", lambda level: level))


def test_definitions_go_with_their_last_instance():
    doc, _ = stage()
    twin = edits.add_node(doc, doc.node("stage").with_(id="again"))
    assert edits.remove_nodes(twin, ["again"]).composites == doc.composites
    assert edits.remove_nodes(doc, ["stage"]).composites == ()


def test_a_composite_cannot_contain_itself():
    doc, _ = stage()
    inner = Node(id="again", block="composite", params={"definition": "stage"})
    with pytest.raises(EditError, match="cannot contain itself: stage → stage"):
        edit_at(doc, "stage", lambda level: edits.add_node(level, inner))


def test_renamed_ports_and_deleted_ones_take_their_wires_along():
    doc, _ = stage()
    named = rename_port(doc, "stage", "input", "picture")
    assert str(named.wires[0]) == "image.out → stage.picture"
    assert signature(named) == signature(doc)
    cut = edit_at(doc, "stage", lambda level: edits.remove_nodes(level, ["input"]))
    assert [str(w) for w in cut.wires if w.target == "stage"] == []


def test_definitions_and_blocks_inside_are_renamed():
    doc, _ = stage()
    doc = doc.with_(view={"lenses": ("weights/stage.conv1",)})
    doc = rename_definition(doc, "stage", "part")
    assert doc.node("stage").params["definition"] == "part"
    doc = edit_at(doc, "stage", lambda level: edits.rename_node(level, "conv1", "first"))
    assert doc.view.lenses == ("weights/stage.first",)
    doc = edits.rename_node(doc, "stage", "begin")
    assert doc.view.lenses == ("weights/begin.first",)
    doc = set_repeat(edit_at(doc, "", lambda level: level), "begin", 2)
    assert doc.view.lenses == ("weights/begin.0.first",)


def test_a_renamed_parameter_keeps_its_values_and_is_followed_by_composites_around():
    doc, _ = stage()
    doc = set_exposed(expose(doc, "stage.conv1", "out_channels", "width"), "stage", "width", 7)
    doc, outer = group(doc, ["stage"], "Outer")
    doc = expose(doc, f"{outer}.stage", "width")
    before = expand(doc)
    doc = rename_exposed(doc, "stage", "width", "channels")
    flat = expand(doc)
    assert (flat.nodes, flat.wires) == (before.nodes, before.wires)
    assert exposed_of(doc, f"{outer}.stage")[0].name == "channels"
    assert exposed_of(doc, outer)[0].value == 7
    for name, new in (("gone", "x"), ("channels", "repeat"), ("channels", "two words")):
        with pytest.raises(EditError):
            rename_exposed(doc, "stage", name, new)


def test_exposed_parameters():
    doc, _ = stage()
    doc = expose(doc, "stage.conv1", "out_channels", "width")
    doc = set_exposed(doc, "stage", "width", 7)
    (shown,) = exposed_of(doc, "stage")
    assert (shown.name, shown.value, shown.own, shown.info.kind) == ("width", 7, True, "int")
    assert expand(doc).by_id["stage.conv1"].params["out_channels"] == 7
    assert exposed_name(doc, "stage.conv1", "out_channels") == "width"
    view = unfolded(doc, {"stage"})
    back = folded(doc, edits.set_param(view, "stage.conv1", "out_channels", 5), {"stage"})
    assert exposed_of(back, "stage")[0].value == 5
    assert back.composites == doc.composites
    hidden = conceal(doc, "stage.conv1", "out_channels")
    assert exposed_of(hidden, "stage") == ()
    assert hidden.node("stage").params == {"definition": "stage"}
    with pytest.raises(EditError, match='no parameter "colour"'):
        expose(doc, "stage.conv1", "colour")
