"""Findings of the training doctor: in the list, on the card, in the bar, and their repairs."""

from __future__ import annotations

import dataclasses
import itertools

import numpy as np
import pytest
from PySide6.QtCore import Qt

from playground.gui.graph import health
from playground.gui.panels.doctor import FindingList
from playground.telemetry.probes.vitals import BlockVitals
from playground.telemetry.snapshot import Snapshot
from playground.train.diagnose import NonFiniteError
from playground.train.health import PROBES, Finding


def ailing(document, steering, run):
    """A session without torch, whose block act saturates from step 5 on; it is well from 60 on."""
    for step in itertools.count(0):
        arrays = {}
        for id in ("hidden", "act", "out"):
            vitals = BlockVitals(step, 1.0, -1.0, 0.5)
            if id == "act":
                ill = 5 <= step < 60
                vitals = dataclasses.replace(vitals, saturated=0.75 if ill else 0.0)
            arrays[f"vitals/{id}"] = vitals.to_array()
        arrays["targets/baseline"] = np.array([0.7])
        snapshot = Snapshot(run, step, 0.0, {"loss/train": 0.6}, arrays)
        while (yield snapshot):
            pass


def advance(qtbot, context, steps):
    for _ in range(steps):
        before = context.run.step_count
        context.run.step()
        qtbot.waitUntil(lambda before=before: context.run.step_count > before, timeout=10_000)


@pytest.fixture
def ill_window(make_window, mlp, qtbot):
    window = make_window(mlp, steps=ailing)
    window.context.run.begin()
    qtbot.waitUntil(lambda: window.context.run.state == "ready", timeout=20_000)
    return window


def sick(qtbot, window):
    advance(qtbot, window.context, 8)
    (finding,) = window.context.doctor.findings
    return finding


def test_a_finding_stands_in_the_list_with_its_block_step_and_repairs(qtbot, ill_window):
    assert ill_window.context.doctor.findings == ()
    assert ill_window.problems.none.isVisibleTo(ill_window.problems)
    finding = sick(qtbot, ill_window)
    (card,) = ill_window.problems.findings.cards
    assert "act" in card.place.text()
    assert "5" in card.place.text()
    assert card.message.text() == finding.message
    assert "75 %" in finding.message
    assert [button.text() for button in card.buttons]
    assert not ill_window.problems.none.isVisibleTo(ill_window.problems)
    assert "1" in ill_window.transport.problems.text()


def test_a_repair_is_one_edit_that_can_be_undone(qtbot, ill_window):
    sick(qtbot, ill_window)
    model = ill_window.context.document
    before = model.document
    (card,) = ill_window.problems.findings.cards
    qtbot.mouseClick(card.buttons[0], Qt.MouseButton.LeftButton)
    assert model.document != before
    assert model.report.ok
    model.undo_stack.undo()
    assert model.document == before


def test_a_click_on_a_finding_goes_to_its_card(qtbot, ill_window):
    sick(qtbot, ill_window)
    ill_window.context.selection.set(["hidden"])
    (card,) = ill_window.problems.findings.cards
    qtbot.mouseClick(card.place, Qt.MouseButton.LeftButton)
    assert list(ill_window.context.selection.nodes) == ["act"]


def test_the_list_keeps_its_buttons_while_numbers_change_and_is_empty_once_it_is_over(
    qtbot, ill_window
):
    sick(qtbot, ill_window)
    (card,) = ill_window.problems.findings.cards
    advance(qtbot, ill_window.context, 5)
    assert ill_window.problems.findings.cards == [card]
    advance(qtbot, ill_window.context, 52)
    assert ill_window.problems.findings.cards == []


def test_the_inspector_shows_the_findings_of_its_block_only(qtbot, make_context, mlp):
    context = make_context(mlp, steps=ailing)
    of_act, of_out = FindingList(context, "act"), FindingList(context, "out")
    for view in (of_act, of_out):
        qtbot.addWidget(view)
    context.run.begin()
    qtbot.waitUntil(lambda: context.run.state == "ready", timeout=20_000)
    advance(qtbot, context, 8)
    assert len(of_act.cards) == 1
    assert of_out.cards == []


def test_a_reset_forgets_what_was_found(qtbot, ill_window):
    sick(qtbot, ill_window)
    ill_window.context.run.reset()
    assert ill_window.context.doctor.findings == ()
    assert ill_window.problems.findings.cards == []


def test_the_way_back_is_offered_when_somebody_can_go_it(qtbot, ill_window):
    sick(qtbot, ill_window)
    (card,) = ill_window.problems.findings.cards
    assert card.rewind.isVisibleTo(card)
    ill_window.context.doctor.rewind = None
    ill_window.context.theme.changed.emit()
    (card,) = ill_window.problems.findings.cards
    assert not card.rewind.isVisibleTo(card)
    asked = []
    ill_window.context.doctor.rewind = asked.append
    ill_window.context.theme.changed.emit()
    (card,) = ill_window.problems.findings.cards
    assert card.rewind.isVisibleTo(card)
    card.rewind.click()
    assert asked == [4]


def test_the_doctor_can_be_sent_away(qtbot, ill_window):
    sick(qtbot, ill_window)
    context = ill_window.context
    assert context.run.steering.probes >= PROBES
    ill_window.actions_model.run("run.doctor")
    assert not context.doctor.enabled
    assert context.doctor.findings == ()
    assert not PROBES & context.run.steering.probes
    ill_window.actions_model.run("run.doctor")
    assert context.run.steering.probes >= PROBES


def test_only_what_makes_going_on_vain_is_a_notice(ill_window):
    told = []
    ill_window.context.notices.posted.connect(lambda text, kind: told.append((text, kind)))
    doctor = ill_window.context.doctor
    mild = Finding("vanishing", "hidden", 3, "warning", "It fades.")
    grave = Finding("dead_units", "act", 3, "error", "All are dead.", "Nothing learns.")
    doctor.found.emit(mild)
    doctor.found.emit(grave)
    assert told == [("All are dead. Nothing learns.", "warning")]


def test_a_run_that_ends_in_nan_is_a_finding(qtbot, make_window, mlp):
    def breaking(document, steering, run):
        for step in (0, 1):
            while (yield Snapshot(run, step, 0.0, {})):
                pass
        raise NonFiniteError("loss/train became NaN.", node="hidden", step=2, part="weights")

    window = make_window(mlp, steps=breaking)
    window.context.run.begin()
    qtbot.waitUntil(lambda: window.context.run.state == "ready", timeout=20_000)
    window.context.run.play()
    qtbot.waitUntil(lambda: window.context.run.state == "failed", timeout=20_000)
    (finding,) = window.context.doctor.findings
    assert (finding.kind, finding.node, finding.step) == ("not_finite", "hidden", 2)


def test_the_dot_of_a_card_says_the_worse_of_both():
    mild = Finding("vanishing", "a", 3, "warning", "It fades.")
    grave = Finding("dead_units", "a", 3, "error", "All are dead.")
    assert health.with_finding("good", "", None) == ("good", "")
    assert health.with_finding("good", "", mild) == ("warning", "It fades.")
    assert health.with_finding("good", "", grave) == ("bad", "All are dead.")
    assert health.with_finding("bad", "NaN", mild) == ("bad", "NaN")
