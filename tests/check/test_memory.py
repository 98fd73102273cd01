"""A network larger than the memory is a problem with numbers and repairs, before it allocates."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from broken import GAN, MLP, given, network

from playground.check import machine
from playground.check.check import check
from playground.check.memory import RESERVE, Needs, needs_of, size, slots_of
from playground.document import edits
from playground.document.composites.grouping import group

WIDE = network(
    "flat flatten; a linear out_features=8192; act relu; b linear out_features=8192; "
    "out linear out_features=10",
    batch_size=64,
)
MOMENTUM = {"optimizer": "sgd", "momentum": 0.9}


@pytest.fixture
def memory(monkeypatch):
    """Set how much memory a network can have, on the machine and on a graphics card."""

    def use(gigabytes, graphics=0.0):
        monkeypatch.setattr(machine, "free_bytes", lambda: int(gigabytes * 1e9) + RESERVE)
        monkeypatch.setattr(machine, "graphics_bytes", lambda: int(graphics * 1e9))

    return use


def too_large(document):
    return [p for p in check(document).problems if p.kind == "too_large"]


def test_the_needs_are_those_of_arithmetic():
    needs = needs_of(check(given(MLP, "train", batch_size=100)))
    parameters = 2 * 4 + 4 + 4 * 2 + 2
    assert needs.parameters == parameters
    assert needs.weights == needs.gradients == 4 * parameters
    assert needs.optimizer == 2 * 4 * parameters
    assert needs.activations == 100 * 4 * check(MLP).cost.activations
    assert needs.batch == 100
    assert needs.total == 4 * 4 * parameters + needs.activations


def test_frozen_blocks_need_no_gradient_and_no_memory_of_the_optimiser():
    needs = needs_of(check(edits.set_frozen(MLP, ["hidden"])))
    assert needs.weights == 4 * 22
    assert needs.gradients == 4 * 10
    assert needs.optimizer == 2 * 4 * 10


@pytest.mark.parametrize(
    ("params", "slots"),
    [
        ({}, 2),
        ({"optimizer": "adamw"}, 2),
        ({"optimizer": "sgd"}, 0),
        (MOMENTUM, 1),
        ({"optimizer": "rmsprop"}, 1),
        ({**MOMENTUM, "optimizer": "rmsprop"}, 2),
        ({"optimizer": "adagrad"}, 1),
        ({"optimizer": "of a plug-in"}, 2),
    ],
)
def test_each_optimiser_remembers_what_it_remembers(params, slots):
    assert slots_of(params) == slots


def test_each_optimiser_really_remembers_as_much():
    from playground.train.session import Session

    for params in ({"optimizer": name} for name in ("sgd", "adam", "adamw", "rmsprop", "adagrad")):
        for momentum in (0.0, 0.9):
            document = given(MLP, "train", **params, momentum=momentum)
            session = Session(document, device="cpu")
            steps = session.steps()
            next(steps)
            next(steps)
            (state,) = session.capture().optimizers.values()
            found = sum(t.nbytes for s in state.slots.values() for t in s.values() if t.ndim)
            steps.close()
            assert found == needs_of(check(document)).optimizer, (params, momentum)


def test_what_does_not_fit_is_said_with_all_numbers(memory):
    memory(1.0)
    (problem,) = too_large(WIDE)
    assert problem.severity == "error"
    assert problem.node == "b"
    assert problem.message == (
        "This network has 67,731,466 parameters. Training it takes at least 1.1 GB of memory: "
        "weights 0.3 GB, gradients 0.3 GB, optimiser 0.5 GB, activations of a batch of 64 6 MB. "
        "It can have 1.0 GB."
    )
    memory(1.2)
    assert check(WIDE).ok


def test_a_batch_that_does_not_fit_is_the_place(memory):
    memory(0.5)
    document = network(
        "c conv2d out_channels=1024; act relu; p max_pool2d; flat flatten; "
        "out linear out_features=10",
        batch_size=1024,
    )
    (problem,) = too_large(document)
    assert (problem.node, problem.place) == ("", "train.params.batch_size")
    assert problem.fixes[0].title == "Set the batch size to 512"


@pytest.mark.parametrize("gigabytes", [0.7, 0.5, 0.3])
@pytest.mark.parametrize("document", [WIDE, given(WIDE, "train", **MOMENTUM)])
def test_every_repair_makes_it_fit(memory, document, gigabytes):
    memory(gigabytes)
    (problem,) = too_large(document)
    assert problem.fixes
    for fix in problem.fixes:
        mended = fix.edit(document)
        assert check(mended).ok, fix.title
        assert needs_of(check(mended)).total <= gigabytes * 1e9


def test_an_optimiser_that_remembers_nothing_is_offered_only_where_that_is_enough(memory):
    titles = [f.title for p in (memory(0.8), too_large(WIDE))[1] for f in p.fixes]
    assert titles[0].startswith("Use sgd")
    memory(0.3)
    assert not any(f.title.startswith("Use sgd") for p in too_large(WIDE) for f in p.fixes)


def test_a_network_that_fits_a_graphics_card_is_no_problem(memory):
    memory(0.5, graphics=80.0)
    assert check(WIDE).ok


def test_the_needs_of_two_players_are_added():
    report = check(GAN)
    assert needs_of(report).parameters == report.cost.parameters
    assert needs_of(report).batch == report.experiment.batch_size


def test_inside_of_a_composite_it_is_found_and_repaired(memory):
    memory(0.8)
    grouped, id = group(WIDE, ["a", "act", "b"], "Body")
    (problem,) = too_large(grouped)
    assert problem.node == f"{id}.b"
    assert any("out_features" in fix.title for fix in problem.fixes)
    assert all(check(fix.edit(grouped)).ok for fix in problem.fixes)


def test_small_networks_do_not_ask_for_the_memory(monkeypatch):
    monkeypatch.setattr(machine, "free_bytes", lambda: pytest.fail("asked"))
    assert check(MLP).ok


def test_a_document_with_other_errors_says_those_first(memory):
    memory(0.1)
    assert not too_large(edits.disconnect(WIDE, WIDE.wires[2]))


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 MB"), (3e6, "3 MB"), (99e6, "99 MB"), (1.6e9, "1.6 GB"), (4.1e12, "4,100.0 GB")],
)
def test_sizes_are_written_as_people_do(count, words):
    assert size(int(count)) == words


def test_nothing_needs_nothing():
    assert Needs().total == 0


def test_the_machine_tells_its_memory_without_torch():
    code = (
        "import sys; from playground.check import machine; "
        "assert 0 < machine.available_bytes() <= machine.free_bytes(); "
        "assert machine.graphics_bytes() >= 0; assert 'torch' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)


@pytest.mark.parametrize(
    ("limit", "left"), [("max\n", None), ("1000\n", 700), ("500\n", 200), ("100", 0), ("?", None)]
)
def test_a_container_has_what_its_limit_leaves(tmp_path: Path, limit, left):
    (tmp_path / "memory.max").write_text(limit)
    (tmp_path / "memory.current").write_text("400\n")
    (tmp_path / "memory.stat").write_text("anon 300\ninactive_file 100\n")
    assert machine._container(tmp_path) == left
    assert machine._container(tmp_path / "gone") is None
