"""A lens on screen that is fed by hand."""

from __future__ import annotations

import pytest

from playground.registry import lenses
from playground.telemetry.snapshot import Snapshot


@pytest.fixture
def show(qtbot, context):
    """Open a lens and give it arrays and rows, as a run would."""

    def open_(key, arrays=None, rows=(), node=""):
        view = lenses.get(key)(context, node)
        qtbot.addWidget(view)
        view.resize(400, 300)
        view.show()
        qtbot.waitExposed(view)
        if rows:
            context.run.history.extend(rows)
            context.run.rows.emit(list(rows))
        if arrays is not None:
            context.run.snapshot.emit(
                Snapshot(run=1, step=1, seconds=0.0, scalars={}, arrays=arrays)
            )
        return view

    return open_
