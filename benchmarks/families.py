"""What the program costs the trainings of whole families: `playground bench families --json`.

Every preset of sequences, generative models and attention beside the same training written by hand
in PyTorch (`_by_hand`), on one core each. "session" rows pull the training as `playground train`
does, in turns with the loop, in one process; "ratio" is its speed against the loop's, the median
over all turns; wanted: 0.95. "window" rows: the real window at 30 Hz with the views that the preset
opens, its training in a process of its own; "ratio" is the speed with the window against that with
the window hidden, as in `live`, times the session's ratio: so it is against the loop by hand, too;
wanted: 0.85.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

import torch

from playground.document.library import load
from playground.train.cadence import StepCadence
from playground.train.session import Session

PRESETS = (
    "adding-lstm",
    "adding-rnn",
    "forecast-lstm",
    "char-lstm",
    "gan-ring",
    "gan-grid",
    "wgan-gp-ring",
    "mode-collapse",
    "gan-digits",
    "dcgan-digits",
    "digits-autoencoder",
    "digits-vae",
    "diffusion-swiss-roll",
    "diffusion-digits",
    "gpt-char",
    "gpt-sort",
    "gpt-addition",
    "induction-heads",
    "bert-char",
    "vit-digits",
    "attention-step-by-step",
)
STRETCH_S, TURNS, PAIRS = 0.5, 6, 2
WANTED, WANTED_WINDOW = 0.95, 0.85
WINDOW_TURNS = 5


def cases() -> Iterator[dict[str, Any]]:
    """Two rows a preset; about half a minute each."""
    cores = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        for name in PRESETS:
            row = beside_the_loop(name)
            yield row
            yield with_window(name, row["ratio"])
    finally:
        torch.set_num_threads(cores)


def beside_the_loop(name: str) -> dict[str, Any]:
    """The session and the loop by hand take turns; each pair is made anew."""
    from benchmarks._by_hand import ByHand

    ratios, speeds = [], []
    for _ in range(PAIRS):
        session = Session(load(name), device="cpu", cadence=StepCadence(10**9))
        by_hand, steps = ByHand(session), session.steps()
        next(steps)
        works = {"session": lambda steps=steps: next(steps), "by_hand": by_hand.step}
        count = _steps_of(works["session"])
        _stretch(works["by_hand"], count)
        for turn in range(TURNS):
            order = sorted(works, reverse=bool(turn % 2))
            times = {key: _stretch(works[key], count) for key in order}
            ratios.append(times["by_hand"] / times["session"])
            speeds.append(count / times["session"])
        steps.close()
    return {
        "case": f"session, {name}",
        "ratio": round(median(ratios), 3),
        "wanted": WANTED,
        "steps_per_second": round(median(speeds), 1),
        "turns": len(ratios),
    }


def _steps_of(work: Callable[[], object]) -> int:
    """How many steps a turn has; at least five, and its own time beside them does not count."""
    _stretch(work, 3)
    one = _stretch(work, 5) / 5
    return max(5, round(STRETCH_S / one))


def _stretch(work: Callable[[], object], steps: int) -> float:
    start = time.perf_counter()
    for _ in range(steps):
        work()
    return time.perf_counter() - start


def with_window(name: str, ratio: float) -> dict[str, Any]:
    """A window in a process of its own."""
    from benchmarks.live import in_a_process

    found = in_a_process(__file__, name)
    seen = found.pop("ratio")
    return {
        "case": f"window, {name}",
        "ratio": round(seen * ratio, 3),
        "beside_hidden": seen,
        "wanted": WANTED_WINDOW,
        **found,
    }


def main(name: str) -> None:
    """Measure the window of one preset, print one line."""
    from benchmarks.live import watched

    found = watched("process", load(name), WINDOW_TURNS)
    keys = ("ratio", "steps_per_second", "others", "frame_p99_ms")
    print(json.dumps({key: found[key] for key in keys}), flush=True)
    os._exit(0)  # Qt, torch and threads in any order: the measurement is over


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    main(*sys.argv[1:])
