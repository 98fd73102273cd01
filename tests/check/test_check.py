"""Each kind of problem: found once, at its cause, in words with numbers, mended by its repair."""

from pathlib import Path

import pytest

from playground.check.check import check
from playground.check.problems import Problem
from playground.check.report import Report
from playground.document import edits
from playground.document.format import reads
from playground.document.model import Document, ModelSpec, Node, Wire

XOR = reads((Path(__file__).parents[1] / "files" / "xor_version_1.json").read_text())


def wire(ends: str) -> Wire:
    """`wire("a.out b.in")`, or `wire("a b")` for the usual ports."""
    source, target = ends.split()
    source = source if "." in source else f"{source}.out"
    target = target if "." in target else f"{target}.in"
    return Wire.model_validate([source, target])


def network(blocks: dict[str, tuple[str, dict]], wires: str, output: str = "out") -> Document:
    """A document on the digits (1 × 8 × 8, ten classes) with an input block x."""
    nodes = [Node(id="x", block="input")]
    nodes += [
        Node(id=id, block=block, params=params, at=(220 * (n + 1), 0))
        for n, (id, (block, params)) in enumerate(blocks.items())
    ]
    doc = Document(nodes=tuple(nodes), wires=tuple(wire(w) for w in wires.split(", ") if w))
    doc = edits.set_data(doc, "digits")
    return edits.set_train(doc, models={"main": ModelSpec(input="x", output=output)})


CNN = network(
    {
        "conv": ("conv2d", {"out_channels": 4}),
        "act": ("relu", {}),
        "pool": ("max_pool2d", {}),
        "flat": ("flatten", {}),
        "out": ("linear", {"out_features": 10}),
    },
    "x conv, conv act, act pool, pool flat, flat out",
)


def only(report: Report, kind: str) -> Problem:
    """The problem of that kind, which is the only one."""
    assert [p.kind for p in report.problems] == [kind], report.problems
    return report.problems[0]


def assert_mended(doc: Document, fix: int = 0) -> Document:
    """The repair of the first problem leaves a document without problems."""
    fixes = check(doc).problems[0].fixes
    mended = fixes[fix].edit(doc)
    assert check(mended).problems == (), fixes[fix].title
    return mended


def test_a_right_document_has_shapes_and_no_problems():
    report = check(CNN)
    assert report.problems == ()
    assert report.ok
    shapes = {id: report.shape(id) for id in report.nodes}
    assert shapes == {
        "x": (1, 8, 8),
        "conv": (4, 8, 8),
        "act": (4, 8, 8),
        "pool": (4, 4, 4),
        "flat": (64,),
        "out": (10,),
    }
    assert report.nodes["out"].inputs == ((64,),)
    assert report.cost.parameters == 4 * 9 + 4 + 640 + 10
    assert report.models == {"main": ModelSpec(input="x", output="out")}


def test_the_package_itself_can_be_called():
    import playground.check

    assert playground.check(XOR).ok
    assert playground.check.check_document(XOR, check(XOR)).ok


def test_unknown_block():
    doc = edits.replace_node(CNN, CNN.node("act").with_(block="rellu"))
    report = check(doc)
    problem = only(report, "unknown_block")
    assert (problem.node, problem.severity) == ("act", "error")
    assert 'no block "rellu"' in problem.message
    assert "relu" in problem.hint
    assert report.shape("conv") == (4, 8, 8)
    assert [report.shape(id) for id in ("act", "pool", "out")] == [None] * 3
    assert not report.ok
    assert assert_mended(doc).node("act").block == "relu"
    assert_mended(doc, fix=-1)  # delete it


@pytest.mark.parametrize(
    ("params", "words", "title", "place"),
    [
        (
            {"kernel_size": 0},
            "0; it must be at least 1",
            "Reset kernel_size to 3",
            "kernel_size",
        ),
        ({"kernel_size": "wide"}, "a whole number", "Reset kernel_size to 3", "kernel_size"),
        ({"colour": 1}, 'no parameter "colour"', "Remove colour", "colour"),
        ({"stride": 0, "bias": "x"}, "must be", "Reset stride, bias to their defaults", "stride"),
    ],
)
def test_bad_parameter(params, words, title, place):
    node = CNN.node("conv")
    doc = edits.replace_node(CNN, node.with_(params={**node.params, **params}))
    problem = only(check(doc), "bad_parameter")
    assert words in problem.message
    assert problem.fixes[0].title == title
    assert (problem.node, problem.place) == ("conv", f"params.{place}")
    assert_mended(doc)


def test_missing_wire_is_connected_to_the_nearest_that_fits():
    doc = edits.disconnect(CNN, wire("conv act"))
    report = check(doc)
    problem = only(report, "missing_wire")
    assert problem.message == 'Nothing is connected to the port "in" of act.'
    assert problem.fixes[0].title == "Connect conv to act"
    assert_mended(doc)


def test_too_many_wires():
    doc = edits.connect(CNN, wire("conv pool"))
    problem = only(check(doc), "too_many_wires")
    assert "takes one wire, but 2 arrive" in problem.message
    kept = problem.fixes[0].edit(doc)
    assert [str(w) for w in kept.wires if w.target == "pool"] == ["conv.out → pool.in"]
    added = problem.fixes[1].edit(doc)
    assert check(added).ok
    assert added.nodes[-1].block == "add"


def test_unknown_ports_of_both_ends():
    start = edits.disconnect(CNN, wire("act pool"))
    for ends in ("act.out pool.query", "act.hidden pool.in"):
        doc = edits.connect(start, wire(ends))
        problem = only(check(doc), "unknown_port")
        assert problem.node == "pool"
        assert "has no such port; it has:" in problem.message
        assert wire("act pool") in assert_mended(doc).wires
    doc = edits.connect(CNN, wire("conv x"))  # an input block takes no wires at all
    kinds = {p.kind for p in check(doc).problems}
    assert kinds == {"unknown_port", "cycle"}


def test_cycle():
    doc = edits.connect(CNN, wire("pool conv"))
    report = check(doc)
    problem = only(report, "cycle")
    assert "conv → act → pool → conv" in problem.message
    assert (problem.node, problem.place) == ("conv", "pool.out → conv.in")
    assert report.shape("x") == (1, 8, 8)
    assert report.shape("out") is None
    assert assert_mended(doc) == CNN


def test_two_cycles_are_both_named():
    doc = network(
        {id: ("add", {}) for id in "abcd"} | {"flat": ("flatten", {}), "out": ("linear", {})},
        "x a, a b, b a, b c, c d, d c, d flat, flat out",
    )
    circles = [p for p in check(doc).problems if p.kind == "cycle"]
    assert [p.place for p in circles] == ["b.out → a.in", "d.out → c.in"]


def test_wrong_rank_gets_a_flatten():
    doc = edits.remove_and_reconnect(CNN, ["flat"])
    report = check(doc)
    problem = only(report, "wrong_rank")
    assert problem.message == (
        "out needs one axis (features) or a sequence (steps, features), but pool gives 4×4×4."
    )
    assert problem.node == "out"
    assert report.nodes["out"].inputs == ((4, 4, 4),)
    assert problem.fixes[0].title == "Insert Flatten before out"
    mended = assert_mended(doc)
    assert mended.node("flatten").at == doc.node("out").at
    assert mended.node("out").at[0] == doc.node("out").at[0] + 220


def test_a_flatten_in_the_way_is_deleted():
    doc = network(
        {
            "flat": ("flatten", {}),
            "act": ("relu", {}),
            "conv": ("conv2d", {}),
            "flat2": ("flatten", {}),
            "out": ("linear", {"out_features": 10}),
        },
        "x flat, flat act, act conv, conv flat2, flat2 out",
    )
    problem = only(check(doc), "wrong_rank")
    assert "conv needs an image (channels, height, width), but act gives 64" in problem.message
    assert problem.fixes[0].title == "Delete flat"
    assert_mended(doc)


def test_a_kernel_that_does_not_fit():
    doc = edits.set_param(CNN, "pool", "kernel_size", 9)
    problem = only(check(doc), "wrong_shape")
    assert problem.node == "pool"
    assert "9" in problem.message
    assert "8" in problem.message
    assert problem.hint
    assert problem.fixes[0].title == "Set kernel_size of pool to 8"
    assert_mended(doc)


def test_shapes_that_do_not_add_up():
    doc = network(
        {"conv": ("conv2d", {"out_channels": 4}), "out": ("add", {})}, "x conv, x out, conv out"
    )
    assert only(check(doc), "wrong_shape").node == "out"


def test_unknown_field():
    doc = edits.set_param(CNN, "x", "field", "pixels")
    problem = only(check(doc), "unknown_field")
    assert 'no field "pixels"; it has: x, y' in problem.message
    assert_mended(doc)


def test_unknown_dataset():
    doc = edits.set_data(CNN, "digit")
    problem = only(check(doc), "unknown_dataset")
    assert problem.place == "data"
    assert problem.fixes[0].title == "Use digits"
    assert_mended(doc)


def test_bad_parameter_of_the_data():
    doc = edits.set_data_param(CNN, "test_share", 2)
    problem = only(check(doc), "bad_parameter")
    assert (problem.place, problem.node) == ("data.params.test_share", "")
    assert "at most 0.9" in problem.message
    assert_mended(doc)


def test_data_that_cannot_be_read(tmp_path):
    doc = edits.set_data(CNN, "csv", {"path": str(tmp_path / "missing.csv")})
    report = check(doc)
    assert [p.kind for p in report.problems] == ["bad_data"]
    assert report.problems[0].place.startswith("data")
    assert report.shape("x") is None  # not known, and not the block's fault
    (tmp_path / "missing.csv").write_text("a,b,label\n1,2,u\n3,4,v\n5,6,u\n7,8,v\n")
    again = check(edits.set_data_param(doc, "target", "label"), report)  # mended outside
    assert again.shape("x") == (2,)


def test_unknown_kind_of_training():
    doc = edits.set_train(CNN, experiment="supervized")
    problem = only(check(doc), "unknown_experiment")
    assert problem.fixes[0].title == "Use supervised"
    assert_mended(doc)


def test_bad_parameter_of_the_training():
    doc = edits.set_train_param(CNN, "loss", "hope")
    problem = only(check(doc), "bad_parameter")
    assert problem.place == "train.params.loss"
    assert "cross_entropy" in problem.message
    assert_mended(doc)


def test_number_of_outputs_against_classes():
    doc = edits.set_param(CNN, "out", "out_features", 7)
    problem = only(check(doc), "loss_does_not_fit")
    assert problem.node == "out"
    assert problem.fixes[0].title == "Set out_features of out to 10"
    assert_mended(doc)
    doc = edits.connect(edits.add_node(doc, Node(id="drop", block="dropout")), wire("out drop"))
    doc = edits.set_train(doc, models={"main": ModelSpec(input="x", output="drop")})
    assert_mended(doc)  # looks back through blocks that keep the shape


# --- only the cause -------------------------------------------------------------------------------


def test_a_fault_leaves_everything_before_and_beside_it_valid():
    blocks = {
        "left": ("conv2d", {"out_channels": 4}),
        "right": ("conv2d", {"out_channels": 4, "kernel_size": 0}),
        "sum": ("add", {}),
        "flat": ("flatten", {}),
        "out": ("linear", {"out_features": 10}),
    }
    report = check(network(blocks, "x left, x right, left sum, right sum, sum flat, flat out"))
    assert only(report, "bad_parameter").node == "right"
    assert report.shape("left") == (4, 8, 8)
    assert report.nodes["left"].cost.parameters == 40
    assert report.nodes["sum"].inputs == ((4, 8, 8), None)
    assert [report.shape(id) for id in ("right", "sum", "flat", "out")] == [None] * 4
    assert [id for id, n in report.nodes.items() if n.problem] == ["right"]


def test_two_causes_are_both_told():
    doc = edits.set_param(edits.set_param(CNN, "conv", "stride", 0), "out", "out_features", 0)
    assert [(p.kind, p.node) for p in check(doc).problems] == [
        ("bad_parameter", "conv"),
        ("bad_parameter", "out"),
    ]


def test_a_block_that_is_just_being_wired_in_stops_nobody():
    doc = edits.add_node(CNN, Node(id="loose", block="linear"))
    report = check(doc)
    problem = only(report, "missing_wire")
    assert (problem.node, problem.severity) == ("loose", "warning")
    assert report.ok
    assert not check(edits.add_node(doc, Node(id="odd", block="no_such_block"))).ok


def test_a_guess_at_the_model_hides_no_missing_wire():
    doc = edits.set_train(edits.disconnect(CNN, wire("conv act")), models={})
    report = check(doc)
    assert only(report, "missing_wire").severity == "error"
    assert not report.ok


def test_a_muted_block_passes_its_input_on():
    report = check(edits.set_muted(CNN, ["pool"]))
    assert report.problems == ()
    assert report.shape("pool") == (4, 8, 8)
    assert report.shape("flat") == (256,)
    report = check(edits.set_muted(edits.set_param(CNN, "pool", "kernel_size", 9), ["pool"]))
    assert report.ok
    assert report.nodes["pool"].cost.parameters == 0


def test_errors_come_first_and_the_report_speaks_json():
    doc = edits.add_node(edits.set_param(CNN, "out", "out_features", 7), Node(id="z", block="relu"))
    report = check(doc)
    assert [p.severity for p in report.problems] == ["error", "warning"]
    assert report.problems_of("z")[0].to_json()["severity"] == "warning"
    assert report.nodes["out"].problem is report.problems[0]
