"""A check never raises, and a check with a previous report is a check."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import field_validator
from strategies import documents, nodes, scalars

from playground import i18n
from playground.blocks.base import Block, Cost, param
from playground.check.check import check
from playground.check.report import Report
from playground.data.base import Dataset
from playground.document import edits
from playground.document.model import Document, ModelSpec, Node, Wire
from playground.errors import EditError, PlaygroundError, ShapeError
from playground.experiments.base import Experiment
from playground.registry import blocks, datasets, experiments

ROOT = Path(__file__).parents[2]
FILES = ROOT / "tests" / "files"


def facts(report: Report) -> tuple[object, ...]:
    """All that a report says, comparable: repairs by their titles."""
    return (
        {
            id: (n.block, n.inputs, n.output, n.cost, _words(n.problem))
            for id, n in report.nodes.items()
        },
        [_words(p) for p in report.problems],
        report.fields,
        report.models,
    )


def _words(problem):
    return problem and tuple(problem.to_json().items())


@given(documents())
@settings(max_examples=150, deadline=None)
def test_a_check_never_raises_and_repairs_are_edits(doc: Document):
    report = check(doc)
    assert set(report.nodes) == set(doc.by_id)
    assert report.ok == all(p.severity == "warning" for p in report.problems)
    for problem in report.problems:
        assert problem.message
        assert problem.node == "" or problem.node in doc.by_id
        assert len(problem.fixes) <= 3
        for fix in problem.fixes:
            assert fix.title
            try:
                mended = fix.edit(doc)
            except PlaygroundError:  # e.g. a block at the edge of the canvas cannot be moved on
                continue
            left = [p.to_json() for p in check(mended).problems]
            assert problem.to_json() not in left, fix.title


@given(st.data())
@settings(max_examples=80, deadline=None)
def test_a_check_after_an_edit_says_what_a_fresh_one_says(data):
    doc = data.draw(documents(max_nodes=6))
    report = check(doc)
    for _ in range(3):
        names = st.sampled_from(list(doc.by_id) or ["x"])
        wire = st.builds(Wire, source=names, target=names)
        possible = {
            edits.set_param: (names, st.sampled_from(["out_features", "field", "dim"]), scalars),
            edits.replace_node: (names.flatmap(nodes),),
            edits.add_node: (nodes(),),
            edits.connect: (wire,),
            edits.disconnect: (st.sampled_from(doc.wires) if doc.wires else wire,),
            edits.remove_nodes: (st.lists(names, max_size=2),),
            edits.set_muted: (st.lists(names, max_size=2), st.booleans()),
            edits.set_data: (st.sampled_from(["xor", "digits", "nothing"]),),
            edits.set_data_param: (st.sampled_from(["noise", "test_share"]), st.just(0.3)),
        }
        edit = data.draw(st.sampled_from(list(possible)))
        try:
            doc = edit(doc, *(data.draw(argument) for argument in possible[edit]))
        except EditError:
            continue
        fresh, report = check(doc), check(doc, report)
        assert facts(report) == facts(fresh)


def test_blocks_that_come_without_a_wire_take_the_place_they_have_in_a_fresh_check():
    doc = Document(
        nodes=tuple(Node(id=id, block="relu") for id in "abcde"),
        wires=(Wire(source="b", target="a"), Wire(source="d", target="c")),
    )
    old = check(doc)
    nodes = (Node(id="first", block="input"), *doc.nodes, Node(id="last", block="relu"))
    new = doc.with_(nodes=nodes)
    assert list(check(new, old).nodes) == list(check(new).nodes)
    assert facts(check(new, old)) == facts(check(new))


def test_a_previous_report_in_another_language_leaves_no_words_behind():
    doc = Document(nodes=(Node(id="a", block="linear"),))
    old = check(doc)
    i18n.set_language("zh")
    assert facts(check(doc, old)) == facts(check(doc))


def test_a_check_loads_neither_torch_nor_scikit_learn():
    code = (
        "import sys\n"
        "from playground.check.check import check\n"
        "from playground.document.format import read\n"
        f"assert check(read({str(FILES / 'xor_version_1.json')!r})).ok\n"
        "heavy = {'torch', 'sklearn', 'PySide6', 'networkx', 'scipy'} & set(sys.modules)\n"
        "sys.exit(f'loaded: {heavy}' if heavy else 0)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, cwd=ROOT
    )
    assert done.returncode == 0, done.stderr


# --- strangers' code ------------------------------------------------------------------------------


@pytest.fixture
def plugged_in():
    """Entries of the test's own, taken out again."""
    added = []

    def add(registry, key, cls):
        cls.key, cls.title = key, key
        registry.discover()
        registry._entries[key] = cls
        added.append((registry, key))

    yield add
    for registry, key in added:
        del registry._entries[key]


def with_block(key: str) -> Document:
    return Document(
        nodes=(
            Node(id="x", block="input"),
            Node(id="odd", block=key),
            Node(id="out", block="linear", params={"out_features": 2}),
        ),
        wires=(Wire(source="x", target="odd"), Wire(source="odd", target="out")),
        train={"models": {"main": ModelSpec(input="x", output="out")}},
    )


class Custom(Exception):
    def __str__(self) -> str:
        return "boom"


@pytest.mark.parametrize(
    "error", [Custom(), ZeroDivisionError("x"), RecursionError(), KeyError("a"), SystemError()]
)
def test_a_block_whose_shapes_raise_is_a_problem(plugged_in, error):
    class Odd(Block):
        def shapes(self, x):
            raise error

    plugged_in(blocks, "odd_block", Odd)
    report = check(with_block("odd_block"))
    assert [(p.kind, p.node) for p in report.problems] == [("block_failed", "odd")]
    assert type(error).__name__ in report.problems[0].message
    assert [fix.title for fix in report.problems[0].fixes] == ["Delete odd"]
    assert report.shape("x") == (2,)
    assert report.shape("out") is None


@pytest.mark.parametrize("shape", [None, [2], (0,), (-1,), (2.0,), ("2",), (True,), "22"])
def test_a_block_with_an_impossible_shape_is_a_problem(plugged_in, shape):
    class Odd(Block):
        def shapes(self, x):
            return shape

    plugged_in(blocks, "odd_block", Odd)
    assert [p.kind for p in check(with_block("odd_block")).problems] == ["block_failed"]


def test_repairs_that_raise_are_left_out(plugged_in):
    class Odd(Block):
        kernel_size: int = param(9, help="Only 9 is thinkable.")

        @field_validator("kernel_size")
        @classmethod
        def _only_9(cls, value):
            if value != 9:
                raise Custom
            return value

        def shapes(self, x):
            raise ShapeError("It does not fit.")

    plugged_in(blocks, "odd_block", Odd)
    (problem,) = check(with_block("odd_block")).problems
    assert problem.kind == "wrong_shape"
    assert [fix.title for fix in problem.fixes] == ["Delete odd"]


def test_a_class_that_is_no_block_is_a_problem(plugged_in):
    plugged_in(blocks, "odd_block", type("Odd", (), {}))
    kinds = [p.kind for p in check(with_block("odd_block")).problems]
    assert kinds == ["block_failed"]
    assert not check(edits.set_train(with_block("odd_block"), models={})).ok


def test_a_block_whose_cost_raises_is_a_problem(plugged_in):
    class Odd(Block):
        def cost(self, x, y):
            return Cost(parameters=x[0] // 0)

    plugged_in(blocks, "odd_block", Odd)
    assert [p.kind for p in check(with_block("odd_block")).problems] == ["block_failed"]


def test_datasets_and_experiments_that_raise_are_problems(plugged_in):
    class OddData(Dataset):
        def fields(self):
            raise Custom

    class OddExperiment(Experiment):
        def problems(self, report):
            raise Custom
            yield

    class Liar(Dataset):
        def fields(self):
            return {"x": (2,)}

    plugged_in(datasets, "odd_data", OddData)
    plugged_in(datasets, "liar", Liar)
    plugged_in(experiments, "odd_experiment", OddExperiment)
    doc = with_block("relu")
    for key in ("odd_data", "liar"):
        report = check(edits.set_data(doc, key))
        assert [p.kind for p in report.problems] == ["bad_data"]
    report = check(edits.set_train(doc, experiment="odd_experiment"))
    assert [p.kind for p in report.problems] == ["experiment_failed"]
    assert "boom" in report.problems[0].message


# --- speed ----------------------------------------------------------------------------------------


def test_an_edit_leaves_the_results_of_other_blocks_alone():
    doc = with_block("relu")
    report = check(doc)
    assert report.ok
    after = check(edits.move_nodes(doc, {"out": (5, 5)}), report)
    assert after.nodes["x"] is report.nodes["x"]
    assert after.nodes["odd"] is report.nodes["odd"]
    assert after.nodes["out"] is not report.nodes["out"]


def test_thousands_of_problems_are_found_without_searching_the_graph_for_each():
    doc = Document(nodes=tuple(Node(id=f"n{i}", block="linear") for i in range(2000)))
    report = check(doc)
    assert sum(p.kind == "missing_wire" for p in report.problems) == 2000
