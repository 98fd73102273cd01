"""What a session costs beside a bare PyTorch loop: `playground bench loop --json`.

Both train the same network on the same data with the same optimiser, in the same process, and both
measure loss and accuracy on the test samples every so many steps. The bare loop is what a good
programmer writes by hand. They take turns in short stretches, so that a busy machine slows both;
"ratio" is the session's speed against the bare loop's, the median over all turns: 1.0 means that
snapshots, controls, the worker's thread and the bookkeeping cost nothing. Wanted: 0.95 for the tiny
network, whose step is almost all overhead of PyTorch itself, and 0.98 for the convolutional one.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from playground.build.code import export_code
from playground.document.model import Document
from playground.telemetry.mailbox import Mailbox
from playground.train.cadence import StepCadence
from playground.train.session import Session
from playground.train.worker import TrainWorker

CLASSES = {"sgd": torch.optim.SGD, "adam": torch.optim.Adam, "adamw": torch.optim.AdamW}


@dataclass(frozen=True)
class Case:
    """One comparison."""

    name: str
    document: Document
    every: int  # steps between two measurements on the test samples
    stretch: int  # steps a turn, a multiple of `every`; long beside the start of a thread, which
    # a turn needs and a training does not
    turns: int = 6  # of a pair
    pairs: int = 8  # made anew: where a network happens to lie in memory is worth some per cent


def chain(dataset: str, blocks: list[tuple[str, dict[str, object]]], **params: object) -> Document:
    """A document whose blocks stand in a line behind the input."""
    nodes: list[dict[str, object]] = [{"id": "x", "block": "input"}]
    for number, (block, values) in enumerate(blocks):
        nodes.append({"id": f"{block}_{number}", "block": block, "params": values})
    ids = [node["id"] for node in nodes]
    return Document.model_validate(
        {
            "data": {"dataset": dataset},
            "nodes": nodes,
            "wires": [[f"{a}.out", f"{b}.in"] for a, b in pairwise(ids)],
            "train": {
                "models": {"main": {"input": "x", "output": ids[-1]}},
                "params": params,
                "steps": 10**9,
                "seed": 1,
            },
        }
    )


def tiny() -> Document:
    """2-8-8-1 with tanh, at batch 10: the network of the well-known playground in the browser."""
    blocks: list[tuple[str, dict[str, object]]] = [
        ("linear", {"out_features": 8}),
        ("tanh", {}),
        ("linear", {"out_features": 8}),
        ("tanh", {}),
        ("linear", {"out_features": 1}),
    ]
    return chain("circle", blocks, loss="bce_with_logits", optimizer="sgd", lr=0.03, batch_size=10)


def digits_cnn() -> Document:
    """The preset where there is one, else a network like it."""
    from playground.resources import preset_paths

    if "digits-cnn" in preset_paths():
        from playground.document.library import load

        return load("digits-cnn")
    blocks: list[tuple[str, dict[str, object]]] = [
        ("conv2d", {"out_channels": 16, "padding": 1}),
        ("relu", {}),
        ("max_pool2d", {}),
        ("conv2d", {"out_channels": 32, "padding": 1}),
        ("relu", {}),
        ("max_pool2d", {}),
        ("flatten", {}),
        ("linear", {"out_features": 10}),
    ]
    return chain("digits", blocks, loss="cross_entropy", optimizer="adam", lr=0.003, batch_size=32)


class Bare:
    """The loop as a good programmer writes it by hand."""

    def __init__(self, case: Case, session: Session) -> None:
        names: dict[str, object] = {}
        exec(compile(export_code(case.document), "exported.py", "exec"), names)
        model = names["model"]
        assert isinstance(model, nn.Module)
        self.model, self.every = model, case.every
        params = session.experiment.model_dump()
        self.single = params["loss"] == "bce_with_logits"
        self.loss_of = F.binary_cross_entropy_with_logits if self.single else F.cross_entropy
        self.optimizer = CLASSES[params["optimizer"]](
            model.parameters(), lr=params["lr"], fused=True
        )
        self.batch_size = params["batch_size"]
        run = session.run
        self.x, self.y = run.train["x"].clone(), self._target(run.train["y"])
        self.test_x, self.test_y = run.test["x"].clone(), self._target(run.test["y"])
        self.generator = torch.Generator().manual_seed(1)

    def _target(self, y: Tensor) -> Tensor:
        return y.float().unsqueeze(1) if self.single else y.clone()

    def run(self, steps: int) -> None:
        """Train for some steps."""
        model, loss_of, optimizer = self.model, self.loss_of, self.optimizer
        x, y, size = self.x, self.y, self.batch_size
        step = 0
        while True:
            order = torch.randperm(len(x), generator=self.generator)
            for start in range(0, len(x), size):
                rows = order[start : start + size]
                loss = loss_of(model(x.index_select(0, rows)), y.index_select(0, rows))
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
                step += 1
                if step % self.every == 0:
                    self.measure()
                if step == steps:
                    return

    def measure(self) -> tuple[float, float, float]:
        """Loss and accuracy on the test samples, accuracy on as many of the training samples."""
        self.model.eval()
        with torch.no_grad():
            outputs = self.model(self.test_x)
            loss = self.loss_of(outputs, self.test_y).item()
            accuracy = self._accuracy(outputs, self.test_y)
            few = len(self.test_x)
            on_train = self._accuracy(self.model(self.x[:few]), self.y[:few])
        self.model.train()
        return loss, accuracy, on_train

    def _accuracy(self, outputs: Tensor, target: Tensor) -> float:
        right = (outputs > 0) == (target > 0.5) if self.single else outputs.argmax(1) == target
        return right.float().mean().item()


class Ours:
    """The session, pulled by the worker on its own thread, as the window does it."""

    def __init__(self, case: Case) -> None:
        self.session = Session(case.document, device="cpu", cadence=StepCadence(case.every))
        self.steps, self.mailbox, self.done = self.session.steps(), Mailbox(), 0

    def run(self, steps: int) -> None:
        """Train for some steps."""
        goal = self.done + steps
        worker = TrainWorker(self.steps, self.mailbox, max_steps=goal, cores=1, done=self.done)
        worker.start()
        worker.join()
        if worker.error is not None:
            raise worker.error
        self.done = goal
        self.mailbox.take()


def seconds(work: Bare | Ours, steps: int) -> float:
    """Time of a stretch."""
    start = time.perf_counter()
    work.run(steps)
    return time.perf_counter() - start


def measure(case: Case) -> dict[str, object]:
    """Let pairs of both take turns; first one, then the other goes first."""
    ratios, speeds = [], []
    for _ in range(case.pairs):
        ours = Ours(case)
        bare = Bare(case, ours.session)
        seconds(ours, case.stretch)
        seconds(bare, case.stretch)
        for turn in range(case.turns):
            first, second = (ours, bare) if turn % 2 else (bare, ours)
            times = {first: seconds(first, case.stretch), second: seconds(second, case.stretch)}
            ratios.append(times[bare] / times[ours])
            speeds.append(case.stretch / times[ours])
    return {
        "bench": "loop",
        "case": case.name,
        "ratio": round(median(ratios), 4),
        "steps_per_second": round(median(speeds), 1),
        "bare_steps_per_second": round(median(speeds) / median(ratios), 1),
        "turns": len(ratios),
    }


def cases() -> Iterator[dict[str, object]]:
    """One comparison a network; a few seconds each."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield measure(Case("2-8-8-1 tanh, batch 10", tiny(), every=500, stretch=1500))
        yield measure(Case("digits-cnn", digits_cnn(), every=50, stretch=250))
    finally:
        torch.set_num_threads(threads)
