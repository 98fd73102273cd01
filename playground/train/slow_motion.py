"""One operation of a training step at a time: forward, loss, backward, update.

It is the ordinary step of the experiment, to the bit. What differs is that the networks run block
by block (`torch.fx.Interpreter` calls the same functions in the same order as a network's own
code), that hooks on what the blocks put out see the gradients pass, and that all of them halt.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import torch
from torch import Tensor, fx

from playground.telemetry.operation import Kind, Operation
from playground.telemetry.snapshot import Snapshot
from playground.train.strand import Strand

if TYPE_CHECKING:
    from playground.train.run import Run


class SlowMotion:
    """Makes the steps of a run operation by operation.

    Parameters
    ----------
    run : Run
    make_step : callable
        Makes one step of the experiment; raises `StopIteration` where it ends.
    """

    def __init__(self, run: Run, make_step: Callable[[], Snapshot | int | None]) -> None:
        self._run, self._make_step = run, make_step
        self._step: _Step | None = None  # the one under way
        self._operation: Operation | None = None  # the last one
        self._arrays: Mapping[str, np.ndarray] = {}

    @property
    def midway(self) -> bool:
        """Whether a step is under way: nothing may be changed, and no state be taken."""
        return self._step is not None

    def advance(self) -> Snapshot:
        """One operation more; with the last one the step is done.

        Raises
        ------
        StopIteration
            The experiment has ended.
        """
        run = self._run
        if self._step is None:
            last = run.looks.last
            if last is None or last.step != run.step or not last.complete:
                run.look()  # what the views see of the state that the step begins with
            self._step = _Step(run, self._make_step)
        step = self._step
        if step.go_on():
            assert run.looks.last is not None  # as above
            self._operation, self._arrays = step.operation, dict(step.arrays)
            events, run.looks.events = tuple(run.looks.events), []
            return self.mark(replace(run.looks.last, events=events, complete=True))
        made = self._end()
        self._operation, self._arrays = step.operation, dict(step.arrays)
        complete = isinstance(made, Snapshot) and made.complete
        return self.mark(made if complete and isinstance(made, Snapshot) else run.look())

    def finish(self) -> Snapshot | int | None:
        """Make the rest of the step under way at once; gives, and raises, what any step does."""
        step = self._step
        self.forget()
        if step is None:
            return self._make_step()
        step.halts = False
        step.go_on()
        return self._end()

    def forget(self) -> None:
        """What comes next is not slow: no operation is shown any more."""
        self._operation, self._arrays = None, {}

    def mark(self, snapshot: Snapshot) -> Snapshot:
        """A snapshot of where the run stands, with the operation that it stands at."""
        if self._operation is None:
            return snapshot
        arrays = {**snapshot.arrays, **self._arrays}
        return replace(snapshot, operation=self._operation, arrays=arrays)

    def _end(self) -> Snapshot | int | None:
        step, self._step = self._step, None
        assert step is not None  # both callers have seen to it
        return step.result()


class _Step:
    """One step of the experiment, on a strand of its own."""

    def __init__(self, run: Run, make_step: Callable[[], Snapshot | int | None]) -> None:
        self.halts = True
        self.operation: Operation | None = None
        self.arrays: dict[str, np.ndarray] = {}
        self._run = run
        self._number, self._batch = 0, 0
        self._loss: float | None = None
        self._update: str | None = None  # the role of one that has been made and not been shown
        self._undo: list[Callable[[], None]] = []
        self._strand: Strand[Snapshot | int | None] = Strand(lambda: self._work(make_step))
        self._step = run.step + 1

    def go_on(self) -> bool:
        """To the next operation; False: the step is done."""
        return self._strand.go_on()

    def result(self) -> Snapshot | int | None:
        """What the step gave."""
        return self._strand.result()

    # -- on the strand -----------------------------------------------------------------------------

    def _work(self, make_step: Callable[[], Snapshot | int | None]) -> Snapshot | int | None:
        for role, model in self._run.models.items():
            self._watch_model(role, model)
        for role, optimizer in self._run.optimizers.items():
            self.watch_optimizer(role, optimizer)
        self._run.witness = self
        try:
            made = make_step()
            if self._update is not None:  # the last one: with it the step is done
                self._note("update", role=self._update)
            return made
        finally:
            self._run.witness = None
            for undo in self._undo:
                undo()

    def _watch_model(self, role: str, model: fx.GraphModule) -> None:
        def forward(*arguments: Tensor) -> Any:
            if not model.training or not self.halts:  # somebody measures, or nobody looks
                return type(model).forward(model, *arguments)
            self._show_update()
            if arguments and not self._batch:
                self._batch = len(arguments[0])
            return _Halting(model, role, self).run(*arguments)

        model.forward = forward
        self._undo.append(lambda: model.__dict__.pop("forward", None) and None)

    def watch_optimizer(self, role: str, optimizer: torch.optim.Optimizer) -> None:
        """See when this one moves the weights."""
        ordinary = optimizer.step

        def step(*arguments: Any, **options: Any) -> Any:
            self._show_update()
            result = ordinary(*arguments, **options)
            self._update = role
            return result

        optimizer.step = step  # type: ignore[method-assign]
        self._undo.append(lambda: optimizer.__dict__.pop("step", None) and None)

    def see_loss(self, name: str, loss: Tensor) -> None:
        """The loss has been computed."""
        if self.halts:
            self._loss = float(loss.detach())
            self._halt("loss", role=name)

    def forward(self, role: str, nodes: list[str], output: Tensor) -> None:
        """A block has put this out; some muted ones behind it hand it on."""
        for node in nodes:
            self.arrays[f"forward/{node}"] = _first(output)
        self._halt("forward", nodes[0], role)
        if self.halts and output.requires_grad:
            output.register_hook(  # type: ignore[no-untyped-call]
                lambda gradient: self._backward(role, nodes, gradient)
            )

    def _backward(self, role: str, nodes: list[str], gradient: Tensor) -> None:
        if self.halts:
            for node in nodes:
                self.arrays[f"backward/{node}"] = _first(gradient)
            self._halt("backward", nodes[0], role)

    def _show_update(self) -> None:
        """Halt at an update that other operations follow, and begin with empty arrays."""
        role, self._update = self._update, None
        if role is not None and self.halts:
            self._halt("update", role=role)
            self.arrays.clear()
            self._batch, self._loss = 0, None

    def _halt(self, kind: Kind, node: str = "", role: str = "") -> None:
        if self.halts:
            self._note(kind, node, role)
            self._strand.halt()

    def _note(self, kind: Kind, node: str = "", role: str = "") -> None:
        self._number += 1
        self.operation = Operation(
            kind, node, role, self._number, self._step, self._batch, self._loss
        )


class _Halting(fx.Interpreter):
    """Runs a network operation by operation and tells of every block that is done."""

    def __init__(self, model: fx.GraphModule, role: str, step: _Step) -> None:
        super().__init__(model)
        self._role, self._step = role, step
        self._blocks: dict[str, list[str]] = {}  # fx name -> blocks; a muted one shares a name
        for node, name in model.meta["outputs"].items():
            self._blocks.setdefault(name, []).append(node)

    def run_node(self, n: fx.Node) -> Any:
        result = super().run_node(n)
        blocks = self._blocks.get(n.name)
        if blocks and isinstance(result, Tensor):
            self._step.forward(self._role, blocks, result)
        return result


def _first(batch: Tensor) -> np.ndarray:
    """The first sample of a batch, as numbers of its own in host memory."""
    one = batch.detach()[0] if batch.ndim else batch.detach()
    array: np.ndarray = one.to("cpu", torch.float32, copy=True).numpy()
    return array
