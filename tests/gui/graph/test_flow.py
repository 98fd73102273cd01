"""A single step is shown as light on the wires."""

from __future__ import annotations

import pytest

from playground.document.model import Document, Node, Wire
from playground.gui.graph.flow import depths
from playground.gui.settings import Preferences
from playground.telemetry.snapshot import Snapshot


def arrive(view, step: int, state: str) -> None:
    view.context.run.state = state
    view.context.run.snapshot.emit(Snapshot(run=1, step=step, seconds=0.0, scalars={}))


@pytest.mark.parametrize(
    ("step", "state", "shown"), [(1, "paused", True), (1, "running", False), (7, "paused", False)]
)
def test_only_a_single_step_is_shown(view, step, state, shown):
    arrive(view, 0, "ready")
    arrive(view, step, state)
    assert view.flow.running is shown
    view.grab()


def test_less_motion_stops_it(view, context):
    Preferences(context.settings).reduced_motion = True
    arrive(view, 1, "paused")
    assert not view.flow.running


def test_depth_is_the_longest_way_from_an_input():
    nodes = tuple(Node(id=id, block="relu") for id in "abcd")
    ends = (("a", "b"), ("b", "c"), ("a", "c"), ("c", "d"))
    wires = tuple(Wire(source=a, target=b) for a, b in ends)
    assert depths(Document(nodes=nodes, wires=wires)) == {"a": 0, "b": 1, "c": 2, "d": 3}
