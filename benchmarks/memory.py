"""Whether a long run leaks: `playground bench memory --json`.

Trains the tiny network of `loop` in a fresh process, as the window does it (worker, mailbox that is
emptied, a history of all curves), and reads the resident memory after 10^4 and after 10^6 steps.
"ratio" is the second against the first; up to 1.05 is good.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

FIRST, LAST = 10**4, 10**6


def cases() -> Iterator[dict[str, object]]:
    """One run of a million steps: some minutes."""
    yield measure(LAST)


def measure(last: int) -> dict[str, object]:
    """Run it in a process of its own, whose memory nobody else uses."""
    program = [sys.executable, str(Path(__file__).resolve()), str(last)]
    root = Path(__file__).resolve().parents[1]
    done = subprocess.run(program, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def main(last: int) -> None:
    """Train, read the memory twice, print one line."""
    import psutil
    import torch

    from benchmarks.loop import tiny
    from playground.telemetry.history import History
    from playground.telemetry.mailbox import Mailbox
    from playground.train.cadence import TimeCadence
    from playground.train.session import Session
    from playground.train.worker import TrainWorker

    torch.set_num_threads(1)
    process, mailbox, history = psutil.Process(), Mailbox(), History()
    session = Session(tiny(), device="cpu", cadence=TimeCadence(30))
    steps = session.steps()
    resident: dict[int, int] = {}
    done = 0
    for goal in (FIRST, last):
        worker = TrainWorker(steps, mailbox, max_steps=goal, cores=1, done=done)
        worker.start()
        while worker.is_alive():
            worker.join(0.05)
            rows, _ = mailbox.take()
            for step, scalars in rows:
                history.append(step, scalars)
        if worker.error is not None:
            raise worker.error
        resident[goal] = process.memory_info().rss
        done = goal
    print(
        json.dumps(
            {
                "bench": "memory",
                "case": f"2-8-8-1 tanh, {last} steps",
                "ratio": round(resident[last] / resident[FIRST], 4),
                "mib_first": round(resident[FIRST] / 2**20, 1),
                "mib_last": round(resident[last] / 2**20, 1),
            }
        )
    )


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    main(int(sys.argv[1]))
