"""Checks through composites: entries, problems at the right place, repairs of definitions."""

import pytest
from broken import CNN, FAULTS, MLP, given, wire
from hypothesis import given as for_all
from hypothesis import settings
from networks import composed

from playground.check.check import check
from playground.check.cost import summarise
from playground.check.fixes import nearest
from playground.check.repairs.offer import lifted
from playground.document import edits
from playground.document.composites import detach, edit_at, expand, group, set_repeat, unpack
from playground.document.format import reads, writes
from playground.document.model import Composite, Document, Node, Wire
from playground.errors import EditError

STAGE = group(CNN, ["conv", "act"], "Stage")[0]
LAYER = group(MLP, ["hidden", "act"], "Layer")[0]
SQUARE = edit_at(LAYER, "layer", lambda d: edits.set_param(d, "hidden", "out_features", 2))


def inside(doc, path, edit, *args, **more):
    return edit_at(doc, path, lambda level: edit(level, *args, **more))


def two(doc, id, other):
    """Another instance of the same definition behind the first."""
    leaving = next(w for w in doc.wires if w.source == id)
    return edits.insert_on_wire(doc, leaving, doc.node(id).with_(id=other))


def with_definition(doc, **fields):
    composites = (doc.composites[0].with_(**fields), *doc.composites[1:])
    return doc.with_(composites=composites)


def circular():
    inner = Node(id="again", block="composite", params={"definition": "layer"})
    (definition,) = LAYER.composites
    wires = tuple(w.with_(source="again") if w.target == "output" else w for w in definition.wires)
    wires += (Wire(source="act", target="again"),)
    return with_definition(LAYER, nodes=(*definition.nodes, inner), wires=wires)


TWO_OUTPUTS = edits.add_node(LAYER, Node(id="sum", block="concat", at=(400, 300)))
TWO_OUTPUTS = inside(
    TWO_OUTPUTS,
    "layer",
    lambda level: edits.connect(
        edits.add_node(level, Node(id="more", block="composite_output", params={"port": "more"})),
        wire("hidden more"),
    ),
)


def too_many():
    """A composite of composites of composites, each repeated a thousand times."""
    doc, id = given(SQUARE, "layer", definition="layer", repeat=1000), "layer"
    for title in "abc":
        doc, id = group(doc, [id], title)
        doc = edits.set_param(doc, id, "repeat", 1000)
    return doc


BROKEN = {
    "cannot_mute": edits.set_muted(TWO_OUTPUTS, ["layer"]),
    "too_many_blocks": too_many(),
    "unknown_definition": given(STAGE, "stage", definition="stge"),
    "circular_definition": circular(),
    "cannot_repeat": given(TWO_OUTPUTS, "layer", definition="layer", repeat=3),
    "repeat_mismatch": given(STAGE, "stage", definition="stage", repeat=2, share_weights=True),
    "exposed_nowhere": with_definition(STAGE, params={"width": ("conv.colour",)}),
    "bad_parameter": given(STAGE, "stage", definition="stage", repeat=0),
    "missing_wire": edits.disconnect(STAGE, wire("x stage")),
    "unknown_port": STAGE.with_(
        wires=tuple(w.with_(target_port="inn") if w.target == "stage" else w for w in STAGE.wires)
    ),
    "port_outside": edits.add_node(CNN, Node(id="port", block="composite_input", at=(0, 400))),
    "wrong_rank": inside(STAGE, "stage", edits.insert_on_wire,
                         wire("conv act"), Node(id="flat2", block="flatten")),
}  # fmt: skip


@pytest.mark.parametrize("kind", BROKEN)
def test_each_repair_removes_its_problem(kind):
    doc = BROKEN[kind]
    report = check(doc)
    problem = next(p for p in report.problems if p.kind == kind)
    assert problem.message
    assert problem.fixes, problem
    for fix in problem.fixes:
        mended = check(fix.edit(doc))
        places = {(p.kind, p.node, p.place) for p in mended.problems}
        assert (problem.kind, problem.node, problem.place) not in places


@pytest.mark.parametrize("kind", BROKEN)
def test_broken_files_can_be_read_and_saved(kind):
    assert reads(writes(BROKEN[kind])) == BROKEN[kind]


def test_a_graph_that_would_explode_stays_closed():
    doc = too_many()
    report = check(doc)
    assert [p.kind for p in report.problems] == ["too_many_blocks"]
    assert len(expand(doc).nodes) < 10


# The same faults as outside of composites, with all but the inputs in one.
KINDS = ["unknown_block", "bad_parameter", "wrong_rank", "wrong_shape", "too_many_wires", "cycle"]
INNER = {name: doc for name, doc in FAULTS.items() if name.partition(":")[0] in KINDS}


@pytest.mark.parametrize("name", INNER)
def test_problems_inside_are_found_and_mended(name):
    doc, kind = INNER[name], name.partition(":")[0]
    plain = next(p for p in check(doc).problems if p.kind == kind)
    inputs = [n.id for n in doc.nodes if n.block in ("input", "noise")]
    if not plain.node:  # of the data or the training
        return
    try:
        grouped, id = group(doc, [n.id for n in doc.nodes if n.id not in inputs], "Net")
    except EditError:
        return
    problem = next((p for p in check(grouped).problems if p.kind == kind), None)
    assert problem is not None, check(grouped).problems
    assert problem.node == f"{id}.{plain.node}"
    assert bool(problem.fixes) == bool(plain.fixes)
    for fix in problem.fixes:
        mended = fix.edit(grouped)
        assert [n.id for n in mended.nodes] == [n.id for n in grouped.nodes]
        places = {(p.kind, p.node, p.place) for p in check(mended).problems}
        assert (problem.kind, problem.node, problem.place) not in places


def test_a_shared_batch_normalisation_is_warned_of():
    doc = inside(
        SQUARE, "layer", edits.insert_on_wire,
        wire("hidden act"), Node(id="norm", block="batch_norm1d"),
    )  # fmt: skip
    assert check(set_repeat(doc, "layer", 2)).problems == ()
    shared = set_repeat(doc, "layer", 2, share_weights=True)
    (problem,) = check(shared).problems
    assert (problem.kind, problem.severity) == ("shared_statistics", "warning")
    assert [check(fix.edit(shared)).problems for fix in problem.fixes] == [()]


def test_composites_and_their_ports_have_entries():
    report = check(set_repeat(SQUARE, "layer", 2))
    assert report.ok
    layer = report.nodes["layer"]
    assert (layer.inputs, layer.output) == (((2,),), (2,))
    assert layer.cost.parameters == 2 * report.nodes["layer.0.hidden"].cost.parameters
    assert report.cost == check(unpack(set_repeat(SQUARE, "layer", 2), "layer")).cost
    assert report.shape("layer.0.input") == (2,)
    assert report.port_shape("layer") == (2,)
    assert summarise(report, ["layer"]).parameters == layer.cost.parameters
    assert summarise(report).blocks == len(expand(report.document).nodes)


def test_a_fault_of_a_linked_definition_is_said_once_and_bubbles_up():
    doc = inside(two(STAGE, "stage", "again"), "stage", edits.set_param, "conv", "colour", 3)
    report = check(doc)
    assert [(p.kind, p.node) for p in report.problems] == [("bad_parameter", "stage.conv")]
    for id in ("stage", "again"):
        assert report.worst(id).kind == "bad_parameter"
    assert report.nodes["again.conv"].problem.kind == "bad_parameter"
    assert check(report.problems[0].fixes[0].edit(doc)).ok


def test_a_repair_that_breaks_another_instance_is_not_offered():
    """To move flatten behind the convolution inside of one instance is to do it in both."""
    (leaving,) = (w for w in STAGE.wires if w.source == "flat")
    linked = edits.insert_on_wire(STAGE, leaving, STAGE.node("stage").with_(id="again"))
    for doc, offered in (linked, False), (detach(linked, "again"), True):
        report = check(doc)
        (problem,) = (p for p in report.problems if p.node == "again.conv")
        titles = [fix.title for fix in problem.fixes]
        assert "Move flat after again.conv" in [fix.title for fix in lifted(problem, report)]
        assert ("Move flat after again.conv" in titles) is offered
        for fix in problem.fixes:
            assert not [p for p in check(fix.edit(doc)).problems if p.node == "stage.conv"]


@settings(deadline=None)
@for_all(composed())
def test_a_check_with_the_last_report_gives_the_same(doc):
    first = check(doc)
    moved = edits.move_nodes(doc, {n.id: (n.at[0] + 1, n.at[1]) for n in doc.nodes})
    again, fresh = check(moved, first), check(moved)
    assert [p.to_json() for p in again.problems] == [p.to_json() for p in fresh.problems]
    assert again.nodes.keys() == fresh.nodes.keys()
    assert all(again.nodes[id].cost == found.cost for id, found in fresh.nodes.items())
    for id in expand(doc).by_id:
        if "." in id:
            assert again.nodes[id].node is first.nodes[id].node


def test_files_with_composites_say_that_they_are_newer():
    assert '"version": 2' in writes(STAGE)
    assert '"version": 1' in writes(CNN)
    composite = Composite(id="stage", nodes=STAGE.composites[0].nodes)
    assert reads(writes(Document(composites=(composite,)))).composites == (composite,)


def test_names_near_a_definition():
    assert nearest("stge", ["stage", "head"]) == ["stage"]
