"""How long a check of a large graph takes: `playground bench check --json`.

The graph has 1,000 blocks: linear layer, activation, dropout and sum with a shortcut, over and
over, so every kind of work of a check is in it. "ms" is the fastest of twenty checks, because
others may use the machine; "median_ms" is the median. "ratio" is "ms" against the limit that
editing needs, 50 ms for a full check and 5 ms after an edit, so up to 1.0 is good. Repairs are
worked out when somebody looks at a problem; that may take 100 ms. "json_ratio"
is a yardstick from the same run, measured in turns: the check against `json.dumps` + `json.loads`
of the document, which saving and opening it takes.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from functools import partial
from statistics import median
from typing import Any

from playground.check.check import check
from playground.check.report import Report
from playground.document import edits
from playground.document.format import reads, writes
from playground.document.model import DataSpec, Document, ModelSpec, Node, TrainSpec, Wire

NUM_BLOCKS = 1000
REPEATS = 20
FULL_LIMIT_MS = 50.0
EDIT_LIMIT_MS = 5.0
REPAIRED = (
    "after breaking the shapes from the first sum on",
    "after deleting a wire",
    "after closing a circle",
)
REPAIRS_LIMIT_MS = 100.0  # to look at a problem: up to twelve repairs are tried, each is a check


def large_document(num_blocks: int = NUM_BLOCKS) -> Document:
    """A residual network of that many blocks on the spiral."""
    nodes = [Node(id="x", block="input")]
    wires: list[Wire] = []
    last = shortcut = "x"
    kinds = ("linear", "relu", "dropout", "linear", "add")
    for number in range(num_blocks - 1):
        kind = kinds[number % len(kinds)]
        id = f"{kind}{number}"
        params = {"out_features": 16} if kind == "linear" else {}
        nodes.append(Node(id=id, block=kind, params=params, at=(220.0 * number, 0.0)))
        wires.append(Wire(source=last, target=id))
        if kind == "add":
            if shortcut != "x":  # the data has another width than the layers
                wires.append(Wire(source=shortcut, target=id))
            shortcut = id
        last = id
    nodes[-1] = nodes[-1].with_(params={"out_features": 2})  # as many as the spiral has classes
    train = TrainSpec(models={"main": ModelSpec(input="x", output=last)})
    return Document(
        data=DataSpec(dataset="spiral"), nodes=tuple(nodes), wires=tuple(wires), train=train
    )


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def with_repairs(document: Document, report: Report) -> Report:
    """A check after an edit, and the repairs of all its problems."""
    checked = check(document, report)
    assert all(len(problem.fixes) for problem in checked.problems)
    return checked


def cases() -> Iterator[dict[str, Any]]:
    document = large_document()
    report = check(document)
    raw = json.loads(writes(document))

    def case(name: str, work: Callable[[], Report], limit: float) -> dict[str, Any]:
        problems = len(work().problems)
        pairs = [
            (seconds(work), seconds(lambda: json.loads(json.dumps(raw)))) for _ in range(REPEATS)
        ]
        ms, yardstick = (1000 * min(times) for times in zip(*pairs, strict=True))
        return {
            "bench": "check",
            "case": name,
            "ms": round(ms, 3),
            "ratio": round(ms / limit, 3),
            "limit_ms": limit,
            "median_ms": round(1000 * median(time for time, _ in pairs), 3),
            "json_ratio": round(ms / yardstick, 2),
            "blocks": len(document.nodes),
            "problems": problems,
        }

    # a document as it comes from a file, so that nothing of it has been worked out before
    text = writes(document)
    fresh = [reads(text) for _ in range(REPEATS + 1)]
    yield case("full", lambda: check(fresh.pop()), FULL_LIMIT_MS)

    for name, changed, limit in edited(document):
        yield case(name, lambda changed=changed: check(changed, report), limit)  # type: ignore[misc]
        if name in REPAIRED:
            work = partial(with_repairs, changed, report)
            yield case(f"{name}, with its repairs", work, REPAIRS_LIMIT_MS)


def edited(document: Document) -> Iterator[tuple[str, Document, float]]:
    """Name, document and limit in ms of each edit that is measured."""
    first, middle = document.nodes[1].id, document.nodes[500].id
    late = document.nodes[-2].id
    moved = edits.move_nodes(document, {middle: (1.0, 2.0)})
    yield "after moving one block", moved, EDIT_LIMIT_MS
    changed = edits.set_param(document, late, "p", 0.25)
    yield "after changing a parameter near the output", changed, EDIT_LIMIT_MS
    changed = edits.set_param(document, first, "bias", False)
    yield "after changing a parameter of the first layer", changed, EDIT_LIMIT_MS
    broken = edits.set_param(document, document.nodes[4].id, "out_features", 8)
    yield "after breaking the shapes from the first sum on", broken, EDIT_LIMIT_MS
    yield "after deleting a wire", edits.disconnect(document, document.wires[-1]), EDIT_LIMIT_MS
    circle = edits.connect(document, Wire(source=late, target="add4"))
    yield "after closing a circle", circle, FULL_LIMIT_MS
    yield "after another dataset", edits.set_data(document, "digits"), FULL_LIMIT_MS


if __name__ == "__main__":
    for row in cases():
        print(json.dumps(row))
