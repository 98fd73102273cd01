"""Every repair that is offered removes its problem, breaks nothing, and changes nothing else.

`tests/files/repairs.txt` lists for each fault of `tests/broken.py` the problem in its words, and
behind each repair all that it changes. After a wanted change write it anew:
`PYTHONPATH=.:tests python tests/check/test_repairs.py`.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from broken import CNN, FAULTS, GAN, MLP, RESIDUAL, changes, given, wire
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st
from strategies import documents, nodes, scalars

from playground.check import machine
from playground.check.check import check
from playground.check.fixes import SPACING
from playground.check.problems import Problem
from playground.check.report import Report
from playground.document import edits
from playground.document.format import read, reads, writes
from playground.document.model import Document, Group, Node, Wire
from playground.errors import EditError

ROOT = Path(__file__).parents[2]
LISTED = ROOT / "tests" / "files" / "repairs.txt"


def place(problem: Problem) -> tuple[str, str, str]:
    return problem.kind, problem.node, problem.place


def errors(report: Report) -> set[tuple[str, str, str]]:
    return {place(p) for p in report.problems if p.severity == "error"}


def fault(name: str) -> Problem:
    """The problem that the document of this name is about."""
    kind = name.partition(":")[0]
    return next(p for p in check(FAULTS[name]).problems if p.kind == kind)


def listing() -> str:
    lines = []
    for name, doc in FAULTS.items():
        problem = fault(name)
        lines += [name, f"  {problem.message} {problem.hint}".rstrip()]
        for fix in problem.fixes:
            lines.append(f"  [{fix.title}] {changes(doc, fix.edit(doc))}")
    return "\n".join(lines) + "\n"


def test_words_and_repairs_of_every_fault_are_as_listed():
    assert listing().splitlines() == LISTED.read_text(encoding="utf-8").splitlines()


def test_there_are_repairs_for_31_kinds_of_problems():
    kinds = {name.partition(":")[0] for name in FAULTS}
    assert len(kinds) == 31
    assert all(fault(name).fixes for name in FAULTS)


@pytest.mark.parametrize("name", FAULTS)
def test_every_repair_removes_the_problem_and_causes_no_other(name):
    doc = FAULTS[name]
    before, problem = check(doc), fault(name)
    assert problem.node or problem.place
    assert problem.message.endswith(".")
    assert 1 <= len(problem.fixes) <= 3
    assert len({fix.title for fix in problem.fixes}) == len(problem.fixes)
    for fix in problem.fixes:
        mended = fix.edit(doc)
        after = check(mended)
        assert place(problem) not in {place(p) for p in after.problems}, fix.title
        assert errors(after) <= errors(before), fix.title
        assert reads(writes(mended)) == mended  # it can be saved
        assert fix.edit(doc) == mended  # pure: the same again, and undo is the old document
        assert doc == FAULTS[name]


@pytest.mark.parametrize("name", FAULTS)
def test_repairs_lay_no_card_on_another_and_move_only_what_is_in_the_way(name):
    doc = FAULTS[name]
    for fix in fault(name).fixes:
        mended = fix.edit(doc)
        places = [node.at for node in mended.nodes]
        assert len(set(places)) == len(places), fix.title
        new = mended.by_id.keys() - doc.by_id.keys()
        moved = {n.id for n in doc.nodes if n.id in mended.by_id and mended.node(n.id).at != n.at}
        if not fix.title.startswith("Move "):
            assert new or not moved, fix.title
            steps = {mended.node(id).at[0] - doc.node(id).at[0] for id in moved}
            assert steps <= {SPACING * n for n in range(1, len(new) + 1)}, fix.title


def test_moved_cards_change_places():
    doc = FAULTS["wrong_rank: flattened too early"]
    mended = fault("wrong_rank: flattened too early").fixes[0].edit(doc)
    assert [n.id for n in sorted(mended.nodes, key=lambda n: n.at[0])] == [
        *("x", "conv", "conv2", "pool", "flat", "out")
    ]
    assert {n.at for n in mended.nodes} == {n.at for n in doc.nodes}


def test_a_repair_of_one_fault_is_offered_although_it_uncovers_another():
    doc = given(edits.remove_and_reconnect(CNN, ["flat"]), "out", out_features=7)
    doc = edits.replace_node(doc, doc.node("act").with_(block="rellu"))
    (problem,) = check(doc).problems
    assert [fix.title for fix in problem.fixes] == ["Use relu", "Use gelu", "Delete act"]
    for _ in range(3):  # one after the other mends everything
        doc = check(doc).problems[0].fixes[0].edit(doc)
    assert check(doc).problems == ()
    assert (doc.node("act").block, doc.node("out").params) == ("relu", {"out_features": 10})


def test_what_would_not_mend_is_not_offered():
    # the largest kernel that fits makes one pixel: fine here, but not before a second pooling
    doc = edits.insert_on_wire(CNN, wire("pool flat"), Node(id="pool2", block="max_pool2d"))
    problem = check(given(doc, "pool", kernel_size=9, stride=8)).problems[0]
    assert "Set kernel_size of pool to 8" not in [fix.title for fix in problem.fixes]
    # a sum cannot become a concatenation where a fixed shape follows
    doc = edits.insert_on_wire(
        RESIDUAL, wire("sum flat"), Node(id="grid", block="reshape", params={"shape": [4, 8, 8]})
    )
    titles = [fix.title for fix in check(doc).problems[0].fixes]
    assert titles == ["Insert Conv 2-D (1×1 × 4) on x → sum"]


def test_every_missing_wire_of_a_preset_is_the_first_repair():
    """The obvious port is the right one: nearest, fitting, and rather one that feeds nothing."""
    tried = 0
    for file in sorted((ROOT / "presets").glob("*.json")):
        doc = read(file)
        for gone in doc.wires:
            cut = edits.disconnect(doc, gone)
            missing = [p for p in check(cut).problems if p.kind == "missing_wire"]
            for problem in missing:  # none where an Add or Concat has wires left
                wires = problem.fixes[0].edit(cut).wires
                assert sorted(map(str, wires)) == sorted(map(str, doc.wires)), (file.name, gone)
            tried += len(missing)
    assert tried > 50


def test_a_new_block_joins_the_frame_around_its_neighbours():
    doc = edits.remove_and_reconnect(CNN, ["flat"])
    inside = Group(id="end", title="End", nodes=("pool", "out"))
    apart = Group(id="start", nodes=("x", "pool"))
    doc = doc.with_(groups=(inside, apart))
    mended = check(doc).problems[0].fixes[0].edit(doc)
    assert [group.nodes for group in mended.groups] == [("pool", "out", "flatten"), ("x", "pool")]


def test_repairs_are_worked_out_only_when_somebody_looks(monkeypatch):
    from playground.check.repairs import offer

    looked = []
    real = offer.candidates
    monkeypatch.setattr(offer, "candidates", lambda p, r: looked.append(p.kind) or real(p, r))
    report = check(FAULTS["missing_wire: in the middle"])
    assert looked == []
    assert len(report.problems[0].fixes) == 2
    assert len(report.problems[0].fixes) == 2
    assert looked == ["missing_wire"]  # once


# --- random documents -----------------------------------------------------------------------------


def assert_honest(doc: Document) -> None:
    for problem in check(doc).problems:
        assert problem.node or problem.place
        for fix in problem.fixes:
            left = {place(p) for p in check(fix.edit(doc)).problems}
            assert place(problem) not in left, fix.title


@for_all(documents())
@settings(max_examples=60, deadline=None)
def test_repairs_of_random_documents_never_raise_and_always_mend(doc):
    assert_honest(doc)


@for_all(st.data())
@settings(max_examples=150, deadline=None)
def test_repairs_of_good_documents_that_were_broken_never_raise_and_always_mend(data):
    doc = data.draw(st.sampled_from([CNN, MLP, RESIDUAL, GAN]))
    for _ in range(data.draw(st.integers(1, 4))):
        ids = st.sampled_from([*doc.by_id, "nobody"])
        wires = st.builds(Wire, source=ids, target=ids)
        sizes = st.sampled_from(["out_features", "out_channels", "kernel_size", "padding", "p"])
        possible = {
            edits.remove_nodes: (st.lists(ids, max_size=2),),
            edits.remove_and_reconnect: (st.lists(ids, max_size=1),),
            edits.replace_node: (ids.flatmap(nodes),),
            edits.set_param: (ids, sizes, st.integers(-1, 12) | scalars),
            edits.connect: (wires,),
            edits.disconnect: (st.sampled_from(doc.wires) if doc.wires else wires,),
            edits.set_muted: (st.lists(ids, max_size=1),),
            edits.set_data: (st.sampled_from(["xor", "digits", "iris", "diabetes", "digit"]),),
            edits.set_train_param: (
                st.sampled_from(["loss", "batch_size", "target"]),
                st.sampled_from(["mse", "bce_with_logits", 1, 10**4, "x"]),
            ),
        }
        edit = data.draw(st.sampled_from(list(possible)))
        try:
            doc = edit(doc, *(data.draw(argument) for argument in possible[edit]))
        except (EditError, ValueError):
            continue
    assert_honest(doc)


if __name__ == "__main__":
    from tests.conftest import MEMORY

    machine.free_bytes = lambda: MEMORY  # as in the tests
    LISTED.write_text(listing(), encoding="utf-8")
