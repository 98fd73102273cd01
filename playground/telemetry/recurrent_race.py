"""RNN, LSTM and GRU learn the same task beside the training, on a thread of low priority.

Everything here is the race's own: its networks, its data, and its chance, which takes nothing from
the random numbers of the run.
"""

from __future__ import annotations

import logging
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn, optim
from torch.nn import functional as F

from playground.data.adding_problem import AddingProblem
from playground.data.delayed_recall import DelayedRecall
from playground.plain_step import plain
from playground.telemetry.beside import begin
from playground.telemetry.history import Curve
from playground.telemetry.probes.unrolled import unroll

KINDS: dict[str, type[nn.RNN | nn.LSTM | nn.GRU]] = {"rnn": nn.RNN, "lstm": nn.LSTM, "gru": nn.GRU}
STATES = {"rnn": ("h",), "lstm": ("h", "c"), "gru": ("h",)}
TASKS = ("adding_problem", "delayed_recall")

HIDDEN = 16  # units of each
BATCH = 32  # sequences of a step
SAMPLES = 4096  # sequences that batches are drawn from
WATCHED = 16  # of them, the first ones, by which gradients are measured
RECENT = 20  # steps that the loss is the mean of: single batches differ too much to be compared
BINS = 128  # of a curve

NICE = 10  # of 19: how far its thread stands back behind all others
REST = 1.0  # times as long as a step's work is the thread asleep after it, while the run trains
STALE_S = 2.0  # nobody has asked for so long: nobody sees it, so its thread ends
TELL_S = 0.1  # from one look at it to the next, at least
GRADIENT_S, GRADIENT_SHARE = 0.5, 0.2  # the same for gradients, and at most that part of the time

RACING, PAUSED, FAILED = range(3)


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """What is to be learned.

    Parameters
    ----------
    x : Tensor, shape (N, lag + 1, F)
        Sequences. What is asked for at the last step stood up to `lag` steps before it.
    y : Tensor, shape (N, 1) or (N,)
        A number each, or a class.
    outputs : int
        Numbers of an answer.
    loss : callable
        Answers and y -> mean loss.
    constant : float
        Loss of who always answers the mean: of the numbers, or how often each class occurs.
    """

    x: Tensor
    y: Tensor
    outputs: int
    loss: Callable[[Tensor, Tensor], Tensor]
    constant: float


def task_of(key: str, lag: int, seed: int) -> Task:
    """One of `TASKS` over so many steps back; the same seed draws the same sequences."""
    if key == "adding_problem":
        data: AddingProblem | DelayedRecall = AddingProblem(num_samples=SAMPLES, length=lag + 1)
    else:
        data = DelayedRecall(num_samples=SAMPLES, lag=lag)
    arrays = data.load(np.random.default_rng(seed)).arrays
    x, y = (torch.from_numpy(arrays[name]) for name in ("x", "y"))
    if y.is_floating_point():
        return Task(x, y, y.shape[1], F.mse_loss, float(y.double().var(correction=0)))
    shares = torch.bincount(y).double() / len(y)
    return Task(x, y, len(shares), F.cross_entropy, float(-torch.xlogy(shares, shares).sum()))


class Racer:
    """One recurrent layer with a linear one behind its last step, and how it has fared.

    Parameters
    ----------
    kind : str
        One of `KINDS`.
    task : Task
    seed : int
        Of its first weights: those that torch itself would draw after `manual_seed`.
    """

    def __init__(self, kind: str, task: Task, seed: int) -> None:
        features = task.x.shape[2]  # on "meta" no random number is drawn
        cell = KINDS[kind](features, HIDDEN, batch_first=True, device="meta")
        head = nn.Linear(HIDDEN, task.outputs, device="meta")
        self.kind, self.task = kind, task
        self.cell, self.head = cell.to_empty(device="cpu"), head.to_empty(device="cpu")
        self.weights = [*self.cell.parameters(), *self.head.parameters()]
        zeros = torch.zeros(1, BATCH, HIDDEN)
        self._zeros = (zeros, zeros) if kind == "lstm" else zeros
        luck, bound = torch.Generator().manual_seed(seed), HIDDEN**-0.5
        with torch.no_grad():
            for weight in self.weights:
                weight.uniform_(-bound, bound, generator=luck)
        # one call for all weights: between two the thread may have to wait for the training
        self.optimizer = plain(optim.Adam)(self.weights, fused=True)  # type: ignore[call-arg]
        self.curve, self.recent = Curve(BINS), deque[float](maxlen=RECENT)
        self.seconds = float("nan")  # of a step, lately
        self.lengths: dict[str, np.ndarray] = {}  # state -> gradient by it, by the lag

    def step(self, number: int, x: Tensor, y: Tensor, rate: float) -> None:
        """One update by the loss of a batch, in few calls: at each the training may come first."""
        begun = time.perf_counter()
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        self.optimizer.zero_grad()
        state = self.cell(x, self._zeros)[1]
        loss = self.task.loss(self.head((state[0] if self.kind == "lstm" else state)[0]), y)
        loss.backward()  # type: ignore[no-untyped-call]
        self.optimizer.step()
        self.recent.append(float(loss.detach()))
        self.curve.append(number, float(np.mean(self.recent)))
        took = time.perf_counter() - begun
        old = self.seconds if self.seconds == self.seconds else took
        self.seconds = old + (took - old) / min(number, RECENT)

    def look_back(self) -> None:
        """Measure |d loss / d state| at each lag: of single sequences, and their mean."""
        task = self.task
        (output, _), layers = unroll(self.cell, task.x[:WATCHED])
        total = task.loss(self.head(output[:, -1]), task.y[:WATCHED]) * WATCHED
        states = {name: getattr(layers[0][0], name) for name in STATES[self.kind]}
        every = [state for those in states.values() for state in those]
        pulls = iter(torch.autograd.grad(total, every))
        for name, those in states.items():
            # in double precision, as the squares of 1e-23 would be 0
            sizes = [next(pulls).double().norm(dim=1).mean() for _ in those]
            self.lengths[name] = torch.stack(sizes).flip(0).numpy()


class Race:
    """The three of them, step by step with the same batches, on a thread while somebody asks.

    Attributes
    ----------
    told : dict
        Name -> array: what `probes.recurrent_race` says of it. Another one after each look; nobody
        writes into one that is there.
    """

    def __init__(self, task: str, lag: int, seed: int) -> None:
        self.task, self.lag, self.seed = task, lag, seed
        self.step, self.looked = 0, 0  # steps done, and done when gradients were measured
        self.rate, self.going, self.rest = 1e-3, True, REST
        self.failed = False
        self.racers: list[Racer] = []
        self.told: dict[str, np.ndarray] = {}
        self.thread: threading.Thread | None = None
        self._asked = time.monotonic()
        self._end = threading.Event()
        self._lock, self._working = threading.Lock(), False
        self._next_look = self._next_tell = 0.0
        self.tell()

    def end(self) -> None:
        """Stop for good, after the step that is being done."""
        self._end.set()

    def ask(self, *, rate: float, going: bool, rest: float) -> None:
        """Somebody looks: go on, with these settings."""
        self.rate, self.going, self.rest = rate, going, rest
        self._asked = time.monotonic()
        with self._lock:
            if going and not self._working:
                self._working = True
                self.thread = begin(self.work, "recurrent race", nice=NICE, end=self.end)

    @property
    def wanted(self) -> bool:
        """Whether to go on."""
        return self.going and time.monotonic() - self._asked < STALE_S

    def work(self) -> None:
        """Race for as long as somebody looks; another thread can go on from there."""
        try:
            if not self.racers:
                self.prepare()
            while self._goes_on():
                begun = time.thread_time()
                self.go()
                self._end.wait(self.rest * (time.thread_time() - begun))
        except Exception:  # the training goes on, the view says so
            logging.getLogger(__name__).exception("the race of recurrent networks failed")
            self.failed = True
            self.tell()

    def _goes_on(self) -> bool:
        with self._lock:  # `ask` either still sees it at work or begins another thread
            self._working = self.wanted and not self._end.is_set()
            if not self._working:
                self.tell()
            return self._working

    def prepare(self) -> None:
        """Draw sequences and weights, and measure gradients before the first step."""
        task = task_of(self.task, self.lag, self.seed)
        self.racers = [Racer(kind, task, self.seed) for kind in KINDS]
        self._luck = torch.Generator().manual_seed(self.seed)
        self.look_back()
        self.tell()

    def go(self) -> None:
        """One step of each; gradients and news where it is time for them."""
        rows = torch.randint(SAMPLES, (BATCH,), generator=self._luck)
        task = self.racers[0].task
        x, y = task.x[rows], task.y[rows]
        self.step += 1
        for racer in self.racers:
            racer.step(self.step, x, y, self.rate)
        now = time.monotonic()
        if now >= self._next_look:
            self.look_back()
        if now >= self._next_tell:
            self.tell()

    def look_back(self) -> None:
        """Measure the gradients of all of them, now."""
        begun = time.monotonic()
        for racer in self.racers:
            racer.look_back()
        self.looked, now = self.step, time.monotonic()
        self._next_look = now + max(GRADIENT_S, (now - begun) / GRADIENT_SHARE)

    def tell(self) -> None:
        """Let others see where it stands."""
        self._next_tell = time.monotonic() + TELL_S
        state = FAILED if self.failed else RACING if self.going else PAUSED
        constant = self.racers[0].task.constant if self.racers else np.nan
        numbers = (state, self.step, self.looked, self.lag, TASKS.index(self.task), constant)
        told = {"recurrent_race/state": np.array(numbers, dtype=np.float64)}
        if self.racers:
            speeds = [1.0 / racer.seconds for racer in self.racers]
            told["recurrent_race/speed"] = np.array(speeds)
        for racer in self.racers:
            if self.step:
                told[f"recurrent_race/loss/{racer.kind}"] = np.stack(racer.curve.points())
            for name, lengths in racer.lengths.items():
                told[f"recurrent_race/gradient/{racer.kind}/{name}"] = lengths
        self.told = told
