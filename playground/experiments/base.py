"""What an experiment is: parameters and a training loop that reads like the textbook.

Modules of this catalogue import torch inside `train` and `evaluate` only: the window builds its
forms from the parameters before torch is loaded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, TypeVar

from playground.check.problems import Problem
from playground.check.report import Report
from playground.parameters import Parametric, param
from playground.registry import experiments
from playground.telemetry.snapshot import Snapshot

if TYPE_CHECKING:
    from playground.train.run import Run

__all__ = ["Experiment", "Problem", "Report", "Snapshot", "experiment", "param"]


class Experiment(Parametric):
    """One kind of training. A subclass declares parameters and overrides the methods below."""

    roles: ClassVar[tuple[str, ...]] = ("main",)  # models the document must name in train.models
    suggested_lenses: ClassVar[tuple[str, ...]] = ("loss",)
    measure: ClassVar[str] = ""  # what its loss is, where `loss` alone does not say; through tr

    def problems(self, report: Report) -> Iterable[Problem]:
        """What this kind of training needs of the graph and lacks; pure, without torch."""
        return ()

    def train(self, run: Run) -> Iterator[Snapshot | None]:
        """Train for ever, one optimiser step a `yield run.report(...)`; the driver ends it.

        An experiment that finds an end itself is a generator that returns the reason, a sentence
        in the user's language.
        """
        raise NotImplementedError

    def evaluate(self, run: Run) -> dict[str, float]:
        """Test losses and metrics by name ("loss/test", ...); models are in eval mode."""
        return {}


E = TypeVar("E", bound=type[Experiment])


def experiment(key: str, *, title: str) -> Callable[[E], E]:
    """Register an experiment class under `key`."""

    def register(cls: E) -> E:
        cls.key, cls.title = key, title
        experiments.add(key, cls)
        return cls

    return register
