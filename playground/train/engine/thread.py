"""Training on a thread of the window's own process."""

from __future__ import annotations

import logging
from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING, Any

from playground.document.model import Document
from playground.telemetry.mailbox import Mailbox
from playground.train.controls import Branch, Steering

if TYPE_CHECKING:
    from playground.train.archive import Archive
    from playground.train.session import Steps
    from playground.train.worker import TrainWorker


def session_steps(
    document: Document,
    steering: Steering,
    run: int,
    *,
    archive: Archive | None = None,
    branch: Branch | None = None,
    visits: bool = False,
    **options: Any,
) -> Steps:
    """The steps of a session that is built with the first of them, on the thread that asks.

    Parameters
    ----------
    document, steering, run, **options
        Of `Session`.
    archive : Archive, optional
        Keeps earlier states, also those of the runs before.
    branch : Branch, optional
        Where to go on instead of beginning anew.
    visits : bool
        Begin nothing: look at what is kept of this run and those before it.
    """
    from playground.train.archive import Archive
    from playground.train.session import Session
    from playground.train.time_machine import TimeMachine, visit

    archive = archive if archive is not None else Archive()
    if visits:
        return (yield from visit(archive, steering, run, **options))
    state = archive.begin(run, branch)
    if state is not None:
        document, options["state"] = state.document, state
    session = Session(document, steering=steering, run=run, **options)
    return (yield from TimeMachine(session, archive).steps())


class ThreadEngine:
    """Makes steps and workers that live in this process; imports torch on a thread of its own.

    Parameters
    ----------
    make_steps : callable, optional
        Document, steering, number of the run and options of `session_steps` -> steps; real ones
        unless given.
    """

    def __init__(self, make_steps: Callable[..., Steps] | None = None) -> None:
        self.make_steps = make_steps or self._session_steps
        self._archive: Archive | None = None  # made with the first session: torch may be loading
        self.ready = False  # whether torch is loaded, or has failed to: then the first run says why
        self._thread: Thread | None = None

    def _session_steps(
        self, document: Document, steering: Steering, run: int, **options: Any
    ) -> Steps:
        """The steps of a session that is built with the first of them, on the thread that asks."""
        from playground.train.archive import Archive

        self._archive = self._archive or Archive()
        return session_steps(document, steering, run, archive=self._archive, **options)

    def warm_up(self) -> None:
        """Begin to load torch; returns at once."""
        if self._thread is None:
            self._thread = Thread(target=self._load, name="warm-up", daemon=True)
            self._thread.start()

    def make_worker(self, steps: Steps, mailbox: Mailbox, **options: Any) -> TrainWorker:
        """A `TrainWorker` with these options."""
        from playground.train.worker import TrainWorker

        return TrainWorker(steps, mailbox, **options)

    def close(self, timeout: float) -> bool:
        """Wait for torch. False: it is still being loaded after `timeout` seconds."""
        if self._thread is not None:
            self._thread.join(timeout)
        return self._thread is None or not self._thread.is_alive()

    def _load(self) -> None:
        try:
            import playground.train.time_machine
            import playground.train.worker  # noqa: F401 - loaded, not used
        except Exception:  # outermost frame of the thread; starting the run will raise it again
            logging.getLogger(__name__).exception("could not load torch")
        self.ready = True
