"""Changing a run while it goes on: nothing resets, nothing is lost, and what cannot be is said."""

from __future__ import annotations

import pytest
import torch
from live_run import Live

from playground.check import machine
from playground.check.check import check
from playground.check.memory import RESERVE
from playground.document import edits
from playground.document.library import load
from playground.errors import BuildError, TrainError
from playground.train import memory
from playground.train.session import LOOK, Session


@pytest.fixture
def live(make_document):
    made = []

    def make(*layers, steps=30, **params):
        made.append(Live(make_document(*layers, **params), steps))
        return made[-1]

    yield make
    for one in made:
        one.generator.close()


def document_of(live):
    return live.session.document


def test_settings_of_the_training_apply_from_the_next_step(live):
    run = live(optimizer="sgd", momentum=0.9)
    document = document_of(run)
    buffer = run.session.run.optimizers["main"].state
    before = [s["momentum_buffer"].clone() for s in buffer.values()]
    for name, value in {"lr": 0.5, "weight_decay": 0.1, "batch_size": 16, "loss": "mse"}.items():
        document = edits.set_train_param(document, name, value)
    event = run.edit(document)
    assert event.kind == "edited"
    assert "lr 0.03 → 0.5" in event.text
    assert event.document == run.session.document
    assert run.steps == [*range(31), 30]
    kept = run.session.run.carried["main"].slots
    assert all(
        torch.equal(a, b["momentum_buffer"]) for a, b in zip(before, kept.values(), strict=True)
    )
    group = run.optimizer.param_groups[0]
    assert (group["lr"], group["weight_decay"]) == (0.5, 0.1)
    epoch = run.session.run.orders["train"].taken
    run.go(1)
    assert run.session.run.orders["train"].taken - epoch == 16


def test_another_optimiser_takes_over_what_the_old_one_knew(live):
    run = live(optimizer="sgd", momentum=0.9)
    run.edit(edits.set_train_param(document_of(run), "optimizer", "adam"))
    assert type(run.optimizer).__name__ == "Adam"
    assert {s["step"].item() for s in run.optimizer.state.values()} == {12.0}  # 10, and two steps


def test_a_change_back_leaves_the_run_as_it_was(make_document):
    plain, changed = Live(make_document("dropout")), Live(make_document("dropout"))
    document = document_of(changed)
    changed.edit(edits.set_train_param(document, "lr", 0.5))
    changed.edit(document)
    plain.go(40)
    changed.go(40)
    assert all(torch.equal(t, plain.weights[n]) for n, t in changed.weights.items())
    plain.generator.close()
    changed.generator.close()


def test_the_dropout_of_a_run_changes_without_touching_a_weight(live):
    run = live("dropout")
    before = run.weights
    event = run.edit(edits.set_param(document_of(run), "dropout", "p", 0.9))
    assert event.kind == "edited"
    assert run.session.network.modules["dropout"].p == 0.9
    assert all(torch.equal(t, before[n]) for n, t in run.weights.items())


def test_noise_in_the_data_changes_the_samples_and_not_the_order(live):
    run = live()
    x, taken = run.session.run.train["x"].clone(), run.session.run.orders["train"].taken
    event = run.edit(edits.set_data_param(document_of(run), "noise", 0.4))
    assert event.kind == "edited"
    assert run.session.run.train["x"].shape == x.shape
    assert not torch.equal(run.session.run.train["x"], x)
    assert run.session.run.orders["train"].taken == taken
    run.go(50)
    assert run.steps[-1] == 80


def test_training_goes_on_while_data_is_read(live, monkeypatch):
    from threading import Event as Flag

    from playground.train import live as module

    run, may_go, began = live(), Flag(), Flag()
    prepare = module.prepare

    def slow(*args):
        began.set()
        assert may_go.wait(10)
        return prepare(*args)

    monkeypatch.setattr(module, "prepare", slow)
    run.steering.go_on_with(edits.set_data_param(document_of(run), "noise", 0.4))
    run.go(20)
    assert began.wait(10)
    assert not run.events
    newer = edits.set_train_param(run.steering.edit.document, "lr", 0.5)
    run.steering.go_on_with(newer)
    may_go.set()
    run._see(run.generator.send(LOOK))
    assert run.session.document.train.params["lr"] == 0.5
    assert [event.kind for event in run.events] == ["edited", "edited"]
    assert run.steps == [*range(51), 50]


def test_data_that_has_vanished_is_said_and_training_goes_on(live, tmp_path, make_document):
    path = tmp_path / "points.csv"
    rows = [f"{i % 7},{i % 5},{'a' if i % 2 else 'b'}" for i in range(60)]
    path.write_text("\n".join(["p,q,kind", *rows]))
    document = edits.set_data(make_document(), "csv", {"path": str(path), "target": "kind"})
    run = Live(document)
    path.unlink()
    event = run.edit(edits.set_data_param(document_of(run), "test_share", 0.5))
    assert event.kind == "refused"
    assert "points.csv" in event.text
    run.go(10)
    assert run.steps[-1] == 40
    run.generator.close()


def test_a_frozen_block_keeps_its_weights_and_a_thawed_one_moves_again(live):
    run = live("norm")
    document = document_of(run)
    run.edit(edits.set_frozen(document, ["hidden", "norm"]))
    before = run.weights
    run.go(20)
    moved = {
        name.split(".")[0] for name, t in run.weights.items() if not torch.equal(t, before[name])
    }
    assert moved == {"out"}
    run.edit(document)
    before = run.weights
    run.go(5)
    assert not torch.equal(run.weights["hidden.weight"], before["hidden.weight"])


def test_a_muted_block_is_left_out_and_comes_back_with_its_weights(live):
    run = live("norm")
    document = document_of(run)
    before = run.weights
    event = run.edit(edits.set_muted(document, ["norm"]))
    assert event.text.endswith("kept 3, removed 1")
    run.go(20)
    event = run.edit(document)
    after = run.weights
    assert all(torch.equal(after[n], before[n]) for n in before if n.startswith("norm."))
    assert not torch.equal(after["hidden.weight"], before["hidden.weight"])


def test_a_weight_can_be_set_by_hand(live):
    run = live()
    run.steering.set_weight("hidden", "weight", (3, 1), 0.25)
    run.steering.set_weight("hidden", "weight", (3, 1), -7.5)
    run.steering.set_weight("out", "bias", (0,), 2.0)
    run.steering.set_weight("hidden", "weight", (99, 0), 1.0)
    run.steering.set_weight("gone", "weight", (0, 0), 1.0)
    snapshot = run.generator.send(LOOK)
    assert run.weights["hidden.weight"][3, 1] == -7.5
    assert run.weights["out.bias"][0] == 2.0
    before = run.weights["hidden.weight"]
    again = run.generator.send(LOOK)  # what was done is not done again
    run.session.models["main"].hidden.weight.data[3, 1] = 1.0
    run.generator.send(LOOK)
    assert run.weights["hidden.weight"][3, 1] == 1.0
    assert torch.equal(before, before)
    assert snapshot.scalars["loss/test"] == again.scalars["loss/test"]


def test_a_wider_layer_goes_on_where_the_narrow_one_was(live):
    run = live(steps=200)
    before = run.generator.send(LOOK).scalars["loss/test"]
    document = edits.set_param(document_of(run), "hidden", "out_features", 20)
    event = run.edit(document)
    after = run.generator.send(LOOK).scalars["loss/test"]
    assert event.text == "hidden.out_features 8 → 20 · kept 1, resized 2"
    assert after == pytest.approx(before, rel=1e-5)
    assert run.optimizer.state_dict()["state"][0]["step"] == 201
    run.go(100)
    assert run.steps[-1] == 301
    assert run.generator.send(LOOK).scalars["loss/train"] < 1.5 * before


def test_a_function_that_cannot_be_kept_is_said_in_the_notice(make_document):
    document = make_document("norm")
    nodes = [n.with_(block="layer_norm") if n.id == "norm" else n for n in document.nodes]
    run = Live(document.with_(nodes=nodes))
    kept = run.edit(edits.set_param(document_of(run), "hidden", "out_features", 16))
    assert kept.text == "hidden.out_features 8 → 16 · kept 1, resized 3"
    lost = run.edit(edits.set_param(document_of(run), "hidden", "out_features", 20))
    assert lost.text == (
        "hidden.out_features 16 → 20 · kept 1, resized 3 · not preserved: norm weighs up 20 units "
        "that are copies of 16, and not as many of each"
    )
    run.go(5)
    run.generator.close()


def test_undo_brings_the_old_weights_back(live):
    run = live("norm")
    document = document_of(run)
    before, moments = run.weights, run.session.capture().optimizers["main"].slots
    run.edit(edits.set_param(document, "hidden", "out_features", 3))
    run.go(20)
    run.edit(document, back=True)
    after = run.session.capture()
    for name in ("hidden.weight", "hidden.bias", "norm.running_mean", "out.weight"):
        assert torch.equal(run.weights[name], before[name])
    for slot, tensor in moments["out.weight"].items():
        assert torch.equal(after.optimizers["main"].slots["out.weight"][slot], tensor)


def test_an_edit_that_is_no_step_back_narrows_what_was_learned_since(live):
    run = live()
    document = document_of(run)
    before = run.weights["hidden.weight"]
    run.edit(edits.set_param(document, "hidden", "out_features", 12))
    run.go(20)
    run.edit(document)
    assert run.weights["hidden.weight"].shape == before.shape
    assert not torch.equal(run.weights["hidden.weight"], before)


def test_a_broken_document_keeps_the_last_good_network_training(live):
    run = live()
    document = document_of(run)
    event = run.edit(edits.disconnect(document, document.wires[1]))
    assert event.kind == "refused"
    assert run.session.document is document
    run.go(5)
    assert run.steps[-1] == 35


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda d: edits.set_train(d, seed=99), "another seed"),
        (lambda d: edits.set_data(d, "spiral", {"num_classes": 3}), ""),
    ],
)
def test_what_needs_a_reset_is_refused_with_the_reason(live, change, words):
    run = live()
    event = run.edit(change(document_of(run)))
    assert event.kind == "refused"
    assert words in event.text
    run.go(5)


def chain_of(document, width, count):
    """More wide layers before the activation."""
    for number in range(count):
        node = {"id": f"big{number}", "block": "linear", "params": {"out_features": width}}
        wire = next(w for w in document.wires if w.target == "act")
        document = document.with_(
            nodes=(*document.nodes, node),
            wires=(
                *(w for w in document.wires if w is not wire),
                [f"{wire.source}.out", f"{node['id']}.in"],
                [f"{node['id']}.out", "act.in"],
            ),
        )
    return document


def test_a_hundred_million_parameters_on_a_small_machine_are_refused_with_the_numbers(
    live, make_document, monkeypatch
):
    monkeypatch.setattr(machine, "free_bytes", lambda: 1_000_000_000 + RESERVE)
    run = live()
    event = run.edit(chain_of(document_of(run), 10_000, 2))
    assert event.kind == "refused"
    assert "This network has 100,1" in event.text
    assert "at least 1.6 GB of memory: weights 0.4 GB" in event.text
    assert "It can have 1.0 GB" in event.text
    run.go(5)
    assert run.steps[-1] == 35
    with pytest.raises(BuildError, match=r"at least 1\.6 GB of memory"):
        Session(chain_of(make_document(), 10_000, 2), device="cpu")


def test_what_there_is_no_room_for_beside_the_network_in_training_is_refused(live, monkeypatch):
    run = live()
    wide = edits.set_param(document_of(run), "hidden", "out_features", 65536)
    monkeypatch.setattr(memory, "RESERVE", 0)
    monkeypatch.setattr(machine, "available_bytes", lambda: 1_000_000)
    event = run.edit(wide)
    assert event.kind == "refused"
    assert "To exchange the network takes 3 MB beside the one in training" in event.text
    run.go(5)
    monkeypatch.setattr(machine, "available_bytes", lambda: 10_000_000)
    assert run.edit(edits.set_train_param(wide, "lr", 0.02)).kind == "edited"


def test_only_what_changes_is_there_twice(make_document):
    old = check(make_document())
    document = edits.set_param(make_document(), "out", "bias", False)
    assert memory.exchange_bytes(old, old) == 0
    assert memory.exchange_bytes(old, check(document)) == 8 * 4 * 3  # out.weight, Adam's moments


def test_a_graphics_card_has_what_the_driver_and_torch_hold_back():
    assert memory.graphics_free(free=10, reserved=7) == 17
    assert memory.graphics_free(free=10, reserved=7, kept=5) == 12


def test_a_device_without_room_refuses_with_its_numbers(make_document, monkeypatch):
    report = check(chain_of(make_document(), 10_000, 2))
    monkeypatch.setattr(memory, "free_on", lambda device: 900_000_000)
    with pytest.raises(TrainError, match=r"It can have 0\.9 GB") as error:
        memory.refuse_too_large(report, torch.device("cuda"))
    assert error.value.node == "big1"
    monkeypatch.setattr(memory, "free_on", lambda device: 1_700_000_000)
    memory.refuse_too_large(report, torch.device("cuda"))


def test_a_learning_rate_of_a_million_is_applied_as_asked(live):
    run = live(optimizer="sgd")
    run.edit(edits.set_train_param(document_of(run), "lr", 100.0))
    run.go(2)
    assert run.events[-1].kind == "edited"


def test_many_edits_become_one_swap_and_the_last_one_wins(live):
    run = live()
    document = document_of(run)
    for width in range(2, 60):
        document = edits.set_param(document, "hidden", "out_features", width)
        run.steering.go_on_with(document)
    run.go(1)
    assert len(run.events) == 1
    assert run.session.models["main"].hidden.out_features == 59
    assert run.steps[-1] == 31


def test_both_players_of_a_gan_go_on_after_an_edit():
    run = Live(load("gan-ring"), 20)
    document = document_of(run)
    hidden = next(
        n.id
        for n in document.nodes
        if n.block == "linear" and n.id not in {m.output for m in document.train.models.values()}
    )
    event = run.edit(edits.set_param(document, hidden, "out_features", 77))
    assert event.kind == "edited"
    run.go(10)
    steps = {
        s["step"].item()
        for optimizer in run.session.run.optimizers.values()
        for s in optimizer.state.values()
    }
    assert steps == {30.0}
    run.generator.close()


def test_a_plain_run_looks_for_edits_without_a_trace(make_document):
    straight, watched = Live(make_document("dropout")), Live(make_document("dropout"))
    for _ in range(30):
        watched.go(1)
        watched.generator.send(LOOK)
    straight.go(30)
    assert all(torch.equal(t, straight.weights[n]) for n, t in watched.weights.items())
    straight.generator.close()
    watched.generator.close()


def test_a_network_whose_last_weights_are_muted_keeps_the_last_good_one(live):
    run = live()
    document = run.session.document
    before = run.session.run.step
    run.edit(edits.set_muted(document, [n.id for n in document.nodes if n.block == "linear"]))
    run.go(5)
    assert "refused" in [event.kind for event in run.events]
    assert run.session.run.step > before
