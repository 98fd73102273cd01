"""Composites opened in place: what is edited there comes back to where it belongs."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from networks import composed, signature

from playground.document import edits
from playground.document.composites import expand, folded, group, is_port, unfolded
from playground.document.composites.definitions import inside
from playground.document.frames import add_frame
from playground.document.library import load
from playground.document.model import Node, Wire

DIGITS = load("digits-cnn")
DIGITS = edits.move_nodes(DIGITS, {n.id: (200 * i, 0) for i, n in enumerate(DIGITS.nodes)})


def stage():
    return group(DIGITS, ["conv1", "relu1", "pool1"], "Stage")[0]


def every_path(doc):
    """Paths of all instances, in the first copy of repeated ones."""
    by_id = {c.id: c for c in doc.composites}

    def walk(nodes, prefix):
        for node in nodes:
            if node.block == "composite":
                yield prefix + node.id
                yield from walk(by_id[node.params["definition"]].nodes, inside(prefix, node) + ".")

    return list(walk(doc.nodes, ""))


@settings(deadline=None)
@given(st.data())
def test_an_untouched_view_folds_to_the_same_document(data):
    doc = data.draw(composed())
    paths = every_path(doc)
    opened = set(data.draw(st.lists(st.sampled_from(paths), unique=True))) if paths else set()
    view = unfolded(doc, opened)
    assert folded(doc, view, opened) == doc
    if opened:
        places = {n.id: (n.at[0] + 8, n.at[1]) for n in view.nodes}
        back = folded(doc, edits.move_nodes(view, places), opened)
        assert signature(back) == signature(doc)


@settings(deadline=None)
@given(st.data())
def test_wires_deleted_and_drawn_again_make_the_same_network(data):
    doc = data.draw(composed(2))
    doc = doc.with_(
        nodes=tuple(
            n.with_(params={"definition": n.params["definition"]}) if n.block == "composite" else n
            for n in doc.nodes
        )
    )
    opened = set(every_path(doc))
    if not opened:
        return
    view = unfolded(doc, opened)
    wire = data.draw(st.sampled_from(view.wires))
    cut = edits.disconnect(view, wire)
    back = folded(doc, cut, opened)
    after = unfolded(back, opened)
    assert sorted(map(str, after.wires)) == sorted(map(str, cut.wires))
    again = folded(back, edits.connect(after, wire), opened)
    assert sorted(map(str, unfolded(again, opened).wires)) == sorted(map(str, view.wires))


@settings(deadline=None)
@given(st.data())
def test_any_wire_of_a_view_can_be_drawn(data):
    doc = data.draw(composed(2))
    opened = set(every_path(doc))
    if not opened:
        return
    view = unfolded(doc, opened)
    ids = [n.id for n in view.nodes if n.block not in ("input", "composite")]
    a, b = data.draw(st.sampled_from(ids)), data.draw(st.sampled_from(ids))
    if a == b:
        return
    drawn = edits.connect(view, Wire(source=a, target=b))
    after = unfolded(folded(doc, drawn, opened), opened)
    assert set(map(str, drawn.wires)) <= set(map(str, after.wires))


def test_a_frame_stands_around_and_the_surroundings_move_aside():
    view = unfolded(stage(), {"stage"})
    assert [n.id for n in view.nodes][:4] == ["image", "stage.conv1", "stage.relu1", "stage.pool1"]
    assert view.groups[0].id == "stage/"
    assert view.groups[0].nodes == ("stage.conv1", "stage.relu1", "stage.pool1")
    xs = [view.node(id).at[0] for id in ("image", "stage.conv1", "stage.pool1", "conv2")]
    assert all(b - a >= 150 for a, b in pairwise(xs))


def test_a_new_block_goes_where_its_wires_lead():
    doc = stage()
    view = unfolded(doc, {"stage"})
    wire = next(w for w in view.wires if w.target == "stage.relu1")
    view = edits.insert_on_wire(view, wire, Node(id="norm", block="batch_norm2d"))
    back = folded(doc, view, {"stage"})
    assert "norm" in back.composites[0].by_id
    assert "stage.norm" in expand(back).by_id


def test_a_new_block_without_wires_goes_where_it_lies():
    doc = stage()
    view = unfolded(doc, {"stage"})
    x, y = view.node("stage.relu1").at
    near = edits.add_node(view, Node(id="near", block="relu", at=(x + 10, y + 10)))
    far = edits.add_node(near, Node(id="far", block="relu", at=(x, y + 900)))
    back = folded(doc, far, {"stage"})
    assert "near" in back.composites[0].by_id
    assert "far" in back.by_id
    own, relu = back.composites[0].by_id["near"], back.composites[0].by_id["relu1"]
    assert (own.at[0] - relu.at[0], own.at[1] - relu.at[1]) == (10, 10)


def test_a_wire_across_the_border_makes_a_port():
    doc = stage()
    view = unfolded(doc, {"stage"})
    view = edits.connect(view, Wire(source="stage.relu1", target="conv2"))
    back = folded(doc, view, {"stage"})
    assert back.composites[0].outputs == {"out": ("pool1.out",), "out2": ("relu1.out",)}
    assert Wire(source="stage", source_port="out2", target="conv2") in back.wires


def test_deleting_renaming_and_setting_inside():
    doc = stage()
    view = unfolded(doc, {"stage"})
    view = edits.remove_and_reconnect(view, ["stage.relu1"])
    view = edits.set_param(view, "stage.conv1", "out_channels", 5)
    view = edits.rename_node(view, "stage.pool1", "shrink")
    view, _ = add_frame(view, ["stage.conv1", "stage.shrink"], "inner")
    back = folded(doc, view, {"stage"})
    (definition,) = back.composites
    assert [n.id for n in definition.nodes if not is_port(n)] == ["conv1", "shrink"]
    assert definition.by_id["conv1"].params["out_channels"] == 5
    assert definition.groups[0].nodes == ("conv1", "shrink")
    assert [str(w) for w in expand(back).wires if "shrink" in str(w)] == [
        "stage.shrink.out → conv2.in", "stage.conv1.out → stage.shrink.in",
    ]  # fmt: skip


def test_linked_instances_follow_an_edit_of_one():
    doc = stage()
    doc = doc.with_(nodes=(*doc.nodes, doc.node("stage").with_(id="again", at=(0, 500))))
    view = unfolded(doc, {"stage", "again"})
    back = folded(doc, edits.remove_nodes(view, ["again.relu1"]), {"stage", "again"})
    assert "stage.relu1" not in expand(back).by_id
    assert "again.relu1" not in expand(back).by_id


def test_ports_keep_clear_of_blocks_that_are_moved_in_place():
    doc = stage()
    view = unfolded(doc, {"stage"})
    last = max((n for n in view.nodes if n.id.startswith("stage.")), key=lambda n: n.at)
    far = (last.at[0] + 2000, last.at[1])
    back = folded(doc, edits.move_nodes(view, {last.id: far}), {"stage"})
    nodes = back.composites[0].nodes
    blocks = [n.at[0] for n in nodes if not is_port(n)]
    ends = {n.block: n.at[0] for n in nodes if is_port(n)}
    assert (
        ends["composite_output"]
        > max(blocks)
        > max(n.at[0] for n in doc.composites[0].nodes if not is_port(n))
    )
    assert ends["composite_input"] < min(blocks)
