"""What an engine is: somewhere to train. Chosen by name, in the window and in the terminal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from playground.document.model import Document
from playground.i18n import mark
from playground.telemetry.mailbox import Mailbox
from playground.train.controls import Steering


@dataclass(frozen=True, slots=True)
class EngineInfo:
    """What an engine is called, and what it is good for; both pass through `tr`."""

    title: str
    help: str


ENGINES = {
    "thread": EngineInfo(
        mark("Thread of the window"),
        mark("Starts at once and takes little memory; shares Python with the window."),
    ),
    "process": EngineInfo(
        mark("Process of its own"),
        mark("Trains at full speed beside the window, which outlives its crashes."),
    ),
    "turbo": EngineInfo(
        mark("Turbo: a process with compiled steps"),
        mark("As the process; small networks train many times as fast, once they are compiled."),
    ),
}
DEFAULT_ENGINE = "thread"


class Worker(Protocol):
    """Pulls the steps of a session; `TrainWorker` says what everything means."""

    error: Exception | None
    reason: str
    step: int
    max_steps: int | None

    @property
    def finished(self) -> str:
        """Why it ended."""

    @property
    def paused(self) -> bool:
        """Whether the user has paused the run."""

    def start(self) -> None:
        """Begin to train."""

    def is_alive(self) -> bool:
        """Whether it was started and has not ended."""

    def join(self, timeout: float | None = None) -> None:
        """Wait for its end."""

    def pause(self) -> None:
        """Wait after the current step, and post a full snapshot of it."""

    def resume(self) -> None:
        """Go on after a pause."""

    def step_once(self) -> None:
        """One step, with a full snapshot."""

    def look(self) -> None:
        """Give a full snapshot while paused."""

    def stop(self, timeout: float = 5.0) -> bool:
        """End after the current step. False: still busy after `timeout` seconds."""


class Engine(Protocol):
    """Makes sessions and the workers that train them."""

    @property
    def ready(self) -> bool:
        """Whether a session would begin at once, or fail at once: then it says why."""

    def warm_up(self) -> None:
        """Begin to get ready; returns at once."""

    def make_steps(self, document: Document, steering: Steering, run: int, **options: Any) -> Any:
        """The steps of a new session; only workers of the same engine can pull them."""

    def make_worker(self, steps: Any, mailbox: Mailbox, **options: Any) -> Worker:
        """A worker for them; `options` are those of `TrainWorker`."""

    def close(self, timeout: float) -> bool:
        """End everything for good. False: not done after `timeout` seconds; call it again."""


def make_engine(name: str) -> Engine:
    """The engine of a name, a key of `ENGINES`."""
    if name in ("process", "turbo"):
        from playground.train.engine.process import EngineProcess

        return EngineProcess(turbo=name == "turbo")
    from playground.train.engine.thread import ThreadEngine

    return ThreadEngine()
