"""Which blocks are the models, and what can be wrong with that."""

from pathlib import Path

import pytest

from playground.check.check import check
from playground.check.roles import infer_models, possible_outputs
from playground.document import edits
from playground.document.format import reads
from playground.document.model import Document, ModelSpec, Node, Wire

XOR = reads((Path(__file__).parents[1] / "files" / "xor_version_1.json").read_text())
MAIN = ModelSpec(input="x", output="out")


def without_models(doc: Document) -> Document:
    return edits.set_train(doc, models={})


def kinds(doc: Document) -> list[tuple[str, str]]:
    return [(p.kind, p.severity) for p in check(doc).problems]


def test_the_obvious_model_is_found():
    assert infer_models(XOR) == {"main": MAIN}
    report = check(without_models(XOR))
    assert report.problems == ()
    assert report.models == {"main": MAIN}


def test_a_block_nobody_feeds_is_no_output():
    doc = edits.add_node(XOR, Node(id="loose", block="relu"))
    assert infer_models(doc) == {"main": MAIN}


def test_several_inputs_are_named_in_order():
    doc = edits.add_node(XOR, Node(id="x2", block="input"))
    doc = edits.add_node(doc, Node(id="both", block="add"))
    for source, target in (("x2", "both"), ("out", "both")):
        doc = edits.connect(doc, Wire(source=source, target=target))
    assert infer_models(doc) == {"main": ModelSpec(input=("x", "x2"), output="both")}


def test_two_possible_outputs_are_a_question():
    probe = Node(id="probe", block="linear", params={"out_features": 1})
    doc = edits.add_node(without_models(XOR), probe)
    doc = edits.connect(doc, Wire(source="act", target="probe"))
    assert possible_outputs(doc) == ("out", "probe")
    assert infer_models(doc) == {}
    problem = check(doc).problems[0]
    assert problem.kind == "no_model"
    assert "out, probe" in problem.message
    assert [fix.title for fix in problem.fixes] == [
        "Use out as the output",
        "Use probe as the output",
    ]
    mended = check(problem.fixes[0].edit(doc))
    assert mended.ok
    assert mended.models == {"main": MAIN}


def test_an_empty_canvas_and_one_without_input():
    assert kinds(Document()) == [("no_model", "error")]
    assert "empty" in check(Document()).problems[0].message
    lonely = Document(nodes=(Node(id="x", block="input"),))
    assert kinds(lonely) == [("no_model", "error")]


@pytest.mark.parametrize(
    "model",
    [
        ModelSpec(input="gone", output="out"),
        ModelSpec(input="x", output="gone"),
        ModelSpec(input=(), output="out"),
    ],
)
def test_missing_ends_are_inferred(model):
    doc = edits.set_train(XOR, models={"main": model})
    problem = check(doc).problems[0]
    assert (problem.kind, problem.place) == ("missing_endpoint", "train.models.main")
    assert problem.fixes[0].title == "Use x as input and out as output"
    assert problem.fixes[0].edit(doc) == XOR
    assert len(check(doc).problems) == 1


def test_missing_and_unknown_roles():
    doc = edits.set_train(XOR, models={"maine": MAIN})
    report = check(doc)
    assert kinds(doc)[0] == ("missing_role", "error")
    assert ("unknown_role", "warning") in kinds(doc)
    mended = report.problems[0].fixes[0].edit(doc)
    assert kinds(mended) == [("unknown_role", "warning")]
    assert check(mended).problems[0].fixes[0].edit(mended) == XOR
    gan = edits.set_train(without_models(XOR), experiment="gan", params={})
    assert ("no_model", "error") in kinds(gan)


def test_an_output_that_no_wire_leads_to():
    doc = edits.add_node(XOR, Node(id="x2", block="input"))
    doc = edits.set_train(doc, models={"main": ModelSpec(input="x2", output="out")})
    problem = check(doc).problems[0]
    assert problem.kind == "no_path"
    assert "no wires lead from x2 to out" in problem.message
    assert check(problem.fixes[0].edit(doc)).ok


def test_an_input_that_the_model_does_not_name():
    doc = edits.add_node(XOR, Node(id="x2", block="input"))
    doc = edits.insert_on_wire(doc, XOR.wires[0], Node(id="both", block="add"))
    doc = edits.connect(doc, Wire(source="x2", target="both"))
    problem = check(doc).problems[0]
    assert (problem.kind, problem.node) == ("missing_input", "x2")
    mended = problem.fixes[0].edit(doc)
    assert check(mended).problems == ()
    assert mended.train.models["main"].inputs == ("x", "x2")


def test_a_block_behind_the_output_can_become_the_output():
    doc = edits.add_node(XOR, Node(id="late", block="dropout"))
    doc = edits.connect(doc, Wire(source="out", target="late"))
    (problem,) = check(doc).problems
    assert (problem.kind, problem.severity, problem.node) == ("unused_block", "warning", "late")
    assert [fix.title for fix in problem.fixes] == ["Make late the output", "Delete late"]
    assert problem.fixes[0].edit(doc).train.models["main"].output == "late"
    assert check(problem.fixes[0].edit(doc)).problems == ()
    assert problem.fixes[1].edit(doc) == XOR


def test_a_missing_wire_does_not_make_all_before_it_unused():
    doc = edits.disconnect(XOR, XOR.wires[-1])
    assert kinds(doc) == [("missing_wire", "error")]


def test_two_models_in_one_document():
    doc = Document(
        nodes=(
            Node(id="z", block="noise", params={"features": 2}),
            Node(id="gen", block="linear", params={"out_features": 2}),
            Node(id="x", block="input"),
            Node(id="judge", block="linear", params={"out_features": 1}),
        ),
        wires=(Wire(source="z", target="gen"), Wire(source="x", target="judge")),
    )
    models = {
        "generator": ModelSpec(input="z", output="gen"),
        "discriminator": ModelSpec(input="x", output="judge"),
    }
    doc = edits.set_train(edits.set_data(doc, "ring"), experiment="gan", models=models)
    report = check(doc)
    assert report.ok, report.problems
    assert report.models == models
