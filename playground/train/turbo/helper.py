"""Gets the compiled function of a plan: from the cache, else from a helper process."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from threading import Thread
from typing import Any, Protocol

import platformdirs
import torch
from torch import Tensor

from playground.i18n import reason_of, tr
from playground.train.turbo.plan import Plan, Refused

KEPT = 40  # compiled functions in the cache, some megabytes each; the oldest go


class Library(Protocol):
    """A compiled function, see `program`."""

    def run(self, inputs: list[Tensor]) -> list[Tensor]:
        """Losses (K,), alone in a list; weights, slots and statistics change in place."""


class Compiled:
    """A compiled function and how many steps a call makes."""

    def __init__(self, library: Library, steps: int) -> None:
        self.library, self.steps = library, steps


class Helper:
    """One request, answered on a thread of its own: nobody waits for it.

    Parameters
    ----------
    plan : Plan
    on_done : callable
        Called on that thread with a `Compiled` or a `Refused`.
    """

    def __init__(self, plan: Plan, on_done: Callable[[Compiled | Refused], None]) -> None:
        self._plan, self._on_done = plan, on_done
        self._process: subprocess.Popen[str] | None = None
        self._closed = False
        Thread(target=self._run, name="turbo", daemon=True).start()

    def close(self) -> None:
        """Forget the request; the process ends by itself when its pipe closes."""
        self._closed = True
        process = self._process
        if process is not None and process.poll() is None:
            process.kill()

    def _run(self) -> None:
        try:
            found: Compiled | Refused = self._find()
        except Refused as refusal:
            found = refusal
        except Exception as error:  # outermost frame of the thread: turbo is a luxury
            logging.getLogger(__name__).exception("turbo")
            found = Refused(tr("Turbo failed: {error}", error=f"{type(error).__name__}: {error}"))
        if not self._closed:
            self._on_done(found)

    def _find(self) -> Compiled:
        folder, key = cache_folder(), self._plan.key
        about, library = folder / f"{key}.json", folder / f"{key}.so"
        try:
            answer = json.loads(about.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            answer = self._compile(folder, key)
        if "steps" in answer and not library.is_file():
            answer = self._compile(folder, key)
        if "steps" not in answer:
            raise Refused(reason_words(answer))
        for file in (about, library):
            file.touch()  # used just now: the last to go
        prune(folder)
        loaded = torch._C._aoti.AOTIModelContainerRunnerCpu(str(library), 1)
        return Compiled(loaded, int(answer["steps"]))

    def _compile(self, folder: Path, key: str) -> dict[str, Any]:
        request = {"plan": asdict(self._plan), "folder": str(folder), "key": key}
        root = str(Path(__file__).resolve().parents[3])
        path = os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")]))
        with subprocess.Popen(
            [sys.executable, "-m", __package__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "PYTHONPATH": path},
        ) as self._process:
            process = self._process
            assert process.stdin is not None  # both were asked for
            assert process.stdout is not None
            try:
                process.stdin.write(json.dumps(request) + "\n")
                process.stdin.flush()  # and stays open: its end is the end of the helper
                line = process.stdout.readline()
            except OSError:
                line = ""
            process.kill()
        found: dict[str, Any] = json.loads(line) if line else {"reason": "killed"}
        return found


def cache_folder() -> Path:
    """Where compiled functions are kept; a temporary folder where the home cannot be written to.

    Raises
    ------
    Refused
        Nothing can be written anywhere.
    """
    own = platformdirs.user_cache_path("neural-playground", appauthor=False) / "turbo"
    for folder in (own, Path(tempfile.gettempdir()) / "neural-playground-turbo"):
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=folder) as file:
                file.write(b"room?")
        except OSError as error:
            reason = reason_of(error)
            continue
        if _is_own(folder):
            return folder
        reason = tr("Permission denied")
    raise Refused(tr("Turbo cannot write compiled code: {reason}.", reason=reason))


def _is_own(folder: Path) -> bool:
    """Whether nobody else could have put code there, which would be run."""
    if os.name != "posix":
        return True
    about = folder.stat()
    return about.st_uid == os.getuid() and not about.st_mode & 0o022


def prune(folder: Path) -> None:
    """Delete the functions that have not been used for the longest time."""
    libraries = sorted(folder.glob("*.so"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in libraries[KEPT:]:
        path.unlink(missing_ok=True)
        path.with_suffix(".json").unlink(missing_ok=True)


def reason_words(answer: dict[str, Any]) -> str:
    """Why the helper gave nothing, in one line."""
    detail = str(answer.get("detail", ""))
    return {
        "no_compiler": tr("Turbo needs a C++ compiler, such as g++, and there is none."),
        "random": tr("Turbo cannot carry the random numbers of dropout and its like."),
        "differs": tr("The compiled step differs from torch's own ({n}).", n=detail),
        "killed": tr("The process that compiles has ended."),
    }.get(str(answer.get("reason")), tr("The network cannot be compiled: {reason}", reason=detail))
