"""Steps made one operation at a time: the same numbers, halted at every block."""

from __future__ import annotations

import itertools
import threading

import numpy as np
import pytest
import torch

from playground.document import edits
from playground.document.library import load
from playground.errors import TrainError
from playground.telemetry.mailbox import Mailbox
from playground.telemetry.operation import Operation
from playground.telemetry.probes.activations import Activations
from playground.telemetry.snapshot import Snapshot
from playground.train.controls import Controls, Steering
from playground.train.engine.process import EngineProcess
from playground.train.engine.thread import ThreadEngine
from playground.train.session import LOOK, Session
from playground.train.state import weights_of

LONG = 60.0


class Slow:
    """A session in slow motion."""

    def __init__(self, document, slow=True):
        self.steering = Steering(Controls(slow=slow))
        self.session = Session(document, device="cpu", steering=self.steering)
        self.generator = self.session.steps()
        self.begin = next(self.generator)

    def step(self):
        """The operations of one step; afterwards it is done."""
        found = []
        while True:
            found.append(next(self.generator))
            if not self.session.midway:
                return found

    def weights(self):
        return {name: t.clone() for name, t in weights_of(self.session.models).items()}


def trained(document, steps):
    """Weights, and where every random number and optimiser stands, after ordinary steps."""
    session = Session(document, device="cpu")
    for _ in itertools.islice(session.steps(), steps + 1):
        pass
    return everything(session)


def everything(session):
    state = session.capture()
    return {str(i): t.clone() for i, t in enumerate(state.tensors())} | {
        "epoch": torch.tensor(state.epoch)
    }


def assert_equal(one, other):
    assert one.keys() == other.keys()
    for name, tensor in one.items():
        assert torch.equal(tensor, other[name]), name


def words(snapshots):
    return [" ".join(filter(None, (s.operation.kind, s.operation.node))) for s in snapshots]


def test_a_step_halts_at_every_block_forward_and_backward(make_document):
    run = Slow(make_document("norm"))
    found = run.step()
    assert words(found) == [
        "forward x",
        "forward hidden",
        "forward norm",
        "forward act",
        "forward out",
        "loss",
        "backward out",
        "backward act",
        "backward norm",
        "backward hidden",
        "update",
    ]
    assert [s.operation.number for s in found] == list(range(1, 12))
    assert {s.operation.step for s in found} == {1}
    assert {s.operation.batch for s in found} == {32}
    assert [s.step for s in found] == [0] * 10 + [1]
    assert found[4].operation.loss is None
    assert found[5].operation.loss == found[-1].scalars["loss/train"]


DOCUMENTS = {
    "plain": {},
    "dropout": {"layers": ("dropout", "norm")},
    "l1 and clipping": {"l1": 0.01, "clip_grad_norm": 0.1, "optimizer": "sgd", "momentum": 0.9},
}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_slow_steps_are_the_ordinary_ones_to_the_bit(make_document, name):
    options = dict(DOCUMENTS[name])
    document = make_document(*options.pop("layers", ()), **options)
    run = Slow(document)
    for _ in range(25):
        run.step()
    assert_equal(everything(run.session), trained(document, 25))


@pytest.mark.parametrize("preset", ["gan-ring", "digits-resnet", "digits-repeat"])
def test_presets_of_every_kind_come_out_the_same(preset):
    document = load(preset)
    run = Slow(document)
    found = run.step()
    run.step()
    assert_equal(everything(run.session), trained(document, 2))
    blocks = {id for model in run.session.models.values() for id in model.meta["outputs"]}
    seen = {s.operation.node for s in found if s.operation.kind == "forward"}
    muted_or_all = {s for s in blocks if f"forward/{s}" in found[-1].arrays}
    assert seen <= blocks
    assert muted_or_all == blocks or preset == "gan-ring"


def test_a_gradient_penalty_comes_out_the_same():
    """Its loss holds a gradient, taken inside the step."""
    document = edits.set_train_param(load("gan-ring"), "loss", "wgan_gp")
    run = Slow(document)
    updates = [s.operation.role for s in run.step() if s.operation.kind == "update"]
    assert updates == ["discriminator", "generator"]
    run.step()
    assert_equal(everything(run.session), trained(document, 2))


def test_a_gan_shows_both_updates_and_whose_they_are():
    run = Slow(load("gan-ring"))
    found = run.step()
    updates = [(s.operation.role, s.step) for s in found if s.operation.kind == "update"]
    assert updates == [("discriminator", 0), ("generator", 1)]
    losses = [s.operation.role for s in found if s.operation.kind == "loss"]
    assert losses == ["loss/discriminator", "loss/generator"]
    first = next(i for i, s in enumerate(found) if s.operation.kind == "update")
    assert not any(name.startswith("backward/") for name in found[first + 1].arrays)


def test_slow_and_fast_may_change_in_the_middle_of_a_step(make_document):
    document = make_document("dropout")
    run = Slow(document)
    rng = np.random.default_rng(3)
    while run.session.run.step < 30:
        run.steering.change(slow=bool(rng.integers(2)))
        for _ in range(int(rng.integers(1, 9))):
            next(run.generator)
            if rng.integers(3) == 0:
                run.generator.send(LOOK)
    run.steering.change(slow=False)
    if run.session.midway:
        next(run.generator)
    assert not run.session.midway
    assert_equal(everything(run.session), trained(document, run.session.run.step))


def test_what_a_halt_shows_are_the_numbers_of_the_step(make_document):
    """Against autograd on a copy of the network: first sample of the batch, whole batch's loss."""
    document = make_document()
    run = Slow(document)
    found = run.step()
    arrays = found[-1].arrays
    again = Session(document, device="cpu")
    steps = again.steps()
    next(steps)
    batches = []
    index_select = again.run.batches

    def batches_of(*args, **options):
        for batch in index_select(*args, **options):
            batches.append([t.clone() for t in batch])
            yield batch

    again.run.batches = batches_of
    model = {n: t.clone() for n, t in weights_of(again.models).items()}
    next(steps)
    x, target = batches[0]
    hidden = (x @ model["hidden.weight"].T + model["hidden.bias"]).requires_grad_()
    act = torch.tanh(hidden)
    act.retain_grad()
    out = act @ model["out.weight"].T + model["out.bias"]
    out.retain_grad()
    loss = torch.nn.functional.binary_cross_entropy_with_logits(out, target.view_as(out))
    loss.backward()
    assert found[5].operation.loss == pytest.approx(loss.item(), abs=1e-6)
    for name, tensor in {"x": x, "hidden": hidden, "act": act, "out": out}.items():
        assert arrays[f"forward/{name}"] == pytest.approx(tensor[0].detach().numpy(), abs=1e-6)
    for name, tensor in {"hidden": hidden, "act": act, "out": out}.items():
        assert arrays[f"backward/{name}"] == pytest.approx(tensor.grad[0].numpy(), abs=1e-6)
    assert "backward/x" not in arrays  # nobody asks for the gradient of the data


def test_a_look_in_the_middle_measures_and_keeps_the_place(make_document):
    run = Slow(make_document("dropout"))
    run.step()
    for _ in range(3):
        at = next(run.generator)
    run.steering.probes = frozenset((Activations(),))
    look = run.generator.send(LOOK)
    assert look.operation == at.operation
    assert "activations/hidden" in look.arrays
    assert "forward/hidden" in look.arrays
    assert run.session.midway
    assert next(run.generator).operation.number == at.operation.number + 1


def test_an_edit_in_the_middle_finishes_the_step_first(make_document):
    document = make_document()
    run = Slow(document)
    for _ in range(4):
        next(run.generator)
    assert run.session.midway
    run.steering.go_on_with(edits.set_train_param(document, "lr", 0.001))
    snapshot = run.generator.send(LOOK)
    assert snapshot.step == 1
    assert snapshot.operation is None
    assert [event.kind for event in snapshot.events] == ["edited"]
    assert_equal(run.weights(), weights_after_one_step(document))
    assert words([next(run.generator)]) == ["forward x"]


def test_a_weight_set_in_the_middle_comes_after_the_step(make_document):
    document = make_document()
    run = Slow(document)
    for _ in range(8):
        next(run.generator)  # in the backward pass, where a changed weight would be an error
    run.steering.set_weight("out", "weight", (0, 0), 4.0)
    run.generator.send(LOOK)
    expected = weights_after_one_step(document)
    expected["out.weight"][0, 0] = 4.0
    assert_equal(run.weights(), expected)


def weights_after_one_step(document):
    session = Session(document, device="cpu")
    for _ in itertools.islice(session.steps(), 2):
        pass
    return {name: t.clone() for name, t in weights_of(session.models).items()}


def test_frozen_blocks_have_no_gradient_to_halt_at(make_document):
    run = Slow(make_document())
    run.steering.change(frozen=frozenset(("hidden", "out")))
    assert [word.split()[0] for word in words(run.step())] == [*["forward"] * 4, "loss", "update"]
    run.steering.change(frozen=frozenset(("hidden",)))
    run.step()
    before = run.weights()
    run.step()
    after = run.weights()
    assert torch.equal(before["hidden.weight"], after["hidden.weight"])
    assert not torch.equal(before["out.weight"], after["out.weight"])


def test_a_run_that_finds_its_end_says_why_in_slow_motion_too(make_document):
    run = Slow(make_document(lr=1e-9, early_stopping=1, batch_size=64))
    reason = None
    for _ in range(100_000):
        try:
            next(run.generator)
        except StopIteration as end:
            reason = end.value
            break
    assert reason is not None
    assert "not improved" in reason


def test_a_loss_that_is_no_number_is_said_where_it_is(make_document):
    run = Slow(make_document(optimizer="sgd", loss="mse"))
    run.steering.change(lr=1e30)
    with pytest.raises(TrainError, match="NaN or infinite"):
        list(itertools.islice(run.generator, 500))
    assert not operations_left()


def test_closing_in_the_middle_of_a_step_leaves_no_thread(make_document):
    run = Slow(make_document())
    for _ in range(8):
        next(run.generator)
    assert operations_left()
    run.generator.close()
    assert not operations_left()


def operations_left():
    return [t for t in threading.enumerate() if t.name == "operations"]


def test_the_mailbox_drops_the_arrays_of_an_older_operation():
    box = Mailbox()
    array = np.zeros(1, np.float32)
    old, new = Operation("backward", "a"), Operation("forward", "a")
    arrays = {"backward/a": array, "weights/a": array}
    box.post(Snapshot(1, 0, 0.0, {}, arrays, operation=old))
    box.post(Snapshot(1, 0, 0.0, {}, {"forward/a": array}, operation=new))
    _, newest = box.take()
    assert sorted(newest.arrays) == ["forward/a", "weights/a"]


@pytest.mark.parametrize("name", ["thread", "process", "turbo"])
def test_a_worker_goes_one_operation_a_click_and_ends_in_the_middle(make_document, name):
    engine = ThreadEngine() if name == "thread" else EngineProcess(turbo=name == "turbo")
    engine.warm_up()
    steering, box = Steering(Controls(slow=True)), Mailbox()
    worker = engine.make_worker(
        engine.make_steps(make_document(), steering, 1), box, max_steps=100, steering=steering
    )
    worker.pause()
    worker.start()
    try:
        assert wait_for(box, worker).operation is None  # step 0
        kinds = []
        for _ in range(14):
            worker.step_once()
            kinds.append(words([wait_for(box, worker)])[0])
        assert kinds[:5] == [
            "forward x", "forward hidden", "forward act", "forward out", "loss"
        ]  # fmt: skip
        assert kinds[5:9] == ["backward out", "backward act", "backward hidden", "update"]
        assert kinds[9:] == kinds[:5]
        steering.change(slow=False)
        worker.step_once()
        done = wait_for(box, worker)
        assert done.operation is None
        assert done.step == 2
        steering.change(slow=True)
        worker.step_once()
        assert words([wait_for(box, worker)]) == ["forward x"]
    finally:
        assert worker.stop(timeout=LONG)
        engine.close(timeout=20.0)


def wait_for(box, worker):
    """The next snapshot."""
    tick = threading.Event()
    for _ in range(int(LONG * 200)):
        _, newest = box.take()
        if newest is not None:
            return newest
        assert worker.error is None
        tick.wait(0.005)
    raise AssertionError("no snapshot came")
