"""Runs side by side: records, the table, curves of other runs in the plots, files."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QImage

from playground.document import edits
from playground.document.format import read
from playground.gui.lens_pictures import save_view
from playground.gui.panels.runs_table import CHANGED, FIRST_METRIC, NAME, STEPS
from playground.telemetry.runs import kept_path, read_runs


@pytest.fixture
def train(qtbot):
    """Train a window's network for a few steps, then pause."""

    def train(window, steps: int = 5) -> None:
        run = window.context.run
        qtbot.waitUntil(lambda: run.state in ("ready", "paused"), timeout=30_000)
        run.play()
        target = run.step_count + steps
        qtbot.waitUntil(lambda: run.step_count >= target, timeout=30_000)
        run.pause()

    return train


@pytest.fixture
def two_runs(window, train, qtbot):
    """A window with a run that is over and a current one, which learns more slowly."""
    window.context.run.begin()
    train(window)
    lr = lambda d: edits.set_train_param(d, "lr", 0.001)  # noqa: E731 - an edit
    window.context.document.push("slower", lr)
    window.context.run.reset()
    train(window)
    window.docks.show("runs")
    qtbot.waitUntil(lambda: window.runs.sorted.rowCount() == 2)
    return window


def cell(window, row: int, column: int) -> str:
    table = window.runs.sorted
    return table.index(row, column).data()


def test_a_run_that_made_no_step_is_not_listed(window, qtbot):
    window.context.run.begin()
    qtbot.waitUntil(lambda: window.context.run.state == "ready", timeout=30_000)
    window.docks.show("runs")
    assert window.context.runs.comparable() == []
    assert window.runs.empty.isVisible()
    window.context.run.reset()
    assert len(window.context.runs.records) == 1


def test_every_run_keeps_its_document_and_its_curves(two_runs):
    first, second = two_runs.context.runs.comparable()
    assert first.document.train.params.get("lr") != 0.001
    assert second.document.train.params["lr"] == 0.001
    assert first.curves is not second.curves
    assert second.curves is two_runs.context.run.history
    assert first.steps >= 5


def test_the_table_says_what_changed_and_the_real_numbers(two_runs):
    panel, runs = two_runs.runs, two_runs.context.runs
    assert cell(two_runs, 1, CHANGED).startswith("lr ")
    assert cell(two_runs, 1, CHANGED).endswith("→ 0.001")
    panel.table_model.refresh()
    assert cell(two_runs, 0, STEPS) == f"{runs.records[0].steps:,}"
    for column, name in enumerate(panel.table_model.metrics, FIRST_METRIC):
        value = runs.records[0].curves.last(name)
        assert cell(two_runs, 0, column) == (f"{value:.4g}" if value is not None else "–")


def test_the_table_sorts_by_any_metric_from_the_keyboard(two_runs):
    panel, runs = two_runs.runs, two_runs.context.runs
    runs.records[0].curves.append(10_000, {"loss/train": 5.0})
    runs.records[1].curves.append(10_000, {"loss/train": 3.0})
    panel.table_model.refresh()
    panel.sort_box.setCurrentIndex(panel.sort_box.findText("Loss (train)"))
    panel.sort_box.activated.emit(panel.sort_box.currentIndex())
    column = FIRST_METRIC + panel.table_model.metrics.index("loss/train")
    assert [cell(two_runs, row, column) for row in range(2)] == ["3", "5"]
    panel.sort_box.setCurrentIndex(0)
    panel.sort_box.activated.emit(0)
    assert [cell(two_runs, row, column) for row in range(2)] == ["5", "3"]


def test_a_name_is_edited_in_place_and_a_switch_shows_the_run(two_runs):
    table, runs = two_runs.runs.sorted, two_runs.context.runs
    assert table.setData(table.index(0, NAME), "fast", Qt.ItemDataRole.EditRole)
    assert runs.records[0].title == "fast"
    off = Qt.CheckState.Unchecked.value
    assert table.setData(table.index(0, NAME), off, Qt.ItemDataRole.CheckStateRole)
    assert runs.shown() == []
    assert not table.flags(table.index(1, NAME)) & Qt.ItemFlag.ItemIsUserCheckable


def test_other_runs_lie_behind_the_curves_of_the_current_one(two_runs, qtbot):
    (frame,) = [f for name, f in two_runs.lenses.frames.items() if name == "loss"]
    runs, lens = two_runs.context.runs, frame.lens
    qtbot.waitUntil(lambda: bool(lens.overlay.items))
    first = runs.records[0]
    steps, values = first.curves.curve("loss/train")
    drawn = lens.overlay.items[first.number, "loss/train"].getData()
    np.testing.assert_array_equal(drawn[0], steps)
    np.testing.assert_allclose(drawn[1], values)
    runs.show(first, False)
    assert not lens.overlay.items
    runs.show(first, True)
    lens.log.setChecked(True)
    drawn = lens.overlay.items[first.number, "loss/train"].getData()
    np.testing.assert_allclose(drawn[1], np.log10(values))


def test_a_step_that_is_pointed_at_shows_in_every_plot(two_runs, qtbot):
    two_runs.lenses.toggle("metrics")
    qtbot.waitUntil(lambda: "metrics" in two_runs.lenses.frames)
    loss, metrics = (two_runs.lenses.frames[name].lens for name in ("loss", "metrics"))
    metrics.curves.setdefault("test", None)  # the stand-in for a session has no metric
    loss._on_mouse(loss.plot.getViewBox().sceneBoundingRect().center())
    step = two_runs.context.cursor.step
    assert step is not None
    assert loss.cross.isVisible()
    assert metrics.cross.value() == loss.cross.value() == step
    assert f"step {round(step)}" in loss.value.full_text()
    loss._on_mouse(QPointF(-10, -10))
    assert two_runs.context.cursor.step is None
    assert not metrics.cross.isVisible()


def test_the_document_of_a_run_comes_back_in_one_undoable_step(two_runs):
    model, runs = two_runs.context.document, two_runs.context.runs
    now = model.document
    two_runs.runs.bring_back(runs.records[0])
    assert model.document == runs.records[0].document
    model.undo_stack.undo()
    assert model.document == now


def test_two_selected_runs_are_compared_in_words(two_runs):
    two_runs.runs.table.selectAll()
    assert "→ 0.001" in two_runs.runs.note.full_text()


def test_runs_are_forgotten_but_never_the_current_one(two_runs):
    runs = two_runs.context.runs
    current = runs.current
    runs.remove(current)
    assert len(runs.records) == 2
    runs.clear()
    assert runs.records == [current]


def test_the_curves_are_exported_and_a_wrong_suffix_is_refused(two_runs, tmp_path, qtbot):
    assert two_runs.runs.export(tmp_path / "a.csv")
    rows = list(csv.DictReader((tmp_path / "a.csv").read_text().splitlines()))
    assert {row["run"] for row in rows} == {r.title for r in two_runs.context.runs.records}
    with qtbot.waitSignal(two_runs.context.notices.posted) as told:
        assert not two_runs.runs.export(tmp_path / "a.xyz")
    assert "a.xyz" in told.args[0]


def test_runs_are_kept_with_the_document_and_come_back_with_it(two_runs, make_window, tmp_path):
    path = tmp_path / "net.json"
    assert two_runs.files.save_to(path)
    assert not kept_path(path).exists()
    two_runs.runs.keep.click()
    assert [r.title for r in read_runs(kept_path(path))] == ["Run 1", "Run 2"]
    other = make_window()
    other.files.open_named(str(path))
    others = other.context.runs.others
    assert [record.title for record in others] == ["Run 1", "Run 2"]
    assert others[1].document == read(path)
    assert other.context.runs.kept


def test_a_damaged_file_of_runs_is_told_and_never_overwritten(two_runs, tmp_path, qtbot):
    path = tmp_path / "net.json"
    assert two_runs.files.save_to(path)
    kept_path(path).write_text("{damaged")
    with qtbot.waitSignal(two_runs.context.notices.posted) as told:
        two_runs.files.open_named(str(path))
    assert "net.runs.jsonl" in told.args[0]
    assert not two_runs.context.runs.kept
    two_runs.files.save_to(path)
    assert kept_path(path).read_text() == "{damaged"


def test_runs_on_other_data_are_hidden_not_lost(two_runs):
    runs = two_runs.context.runs
    two_runs.files.open_preset("xor-mlp")
    assert len(runs.others) == 2
    assert runs.shown() == []


def test_a_view_is_saved_as_a_picture(two_runs, tmp_path):
    frame = two_runs.lenses.frames["loss"]
    save_view(frame.lens, tmp_path / "loss.png", "Loss")
    picture = QImage(str(tmp_path / "loss.png"))
    assert picture.width() == frame.lens.width() * 3
    assert len({picture.pixel(x, picture.height() // 2) for x in range(picture.width())}) > 2
    save_view(frame.lens, tmp_path / "loss.svg", "Loss")
    text = (tmp_path / "loss.svg").read_text()
    assert text.count("<polyline") + text.count("<path") > 5
    assert "<text" in text


def test_a_network_that_nobody_trained_is_no_run(qtbot, context):
    context.run.begin()
    qtbot.waitUntil(lambda: context.run.state == "ready")
    context.run.reset()  # the network was there, but made no step
    qtbot.waitUntil(lambda: context.run.state == "ready")
    context.run.step()
    qtbot.waitUntil(lambda: context.run.step_count == 1)
    assert context.runs.current.title == "Run 1"
    context.run.reset()
    assert context.runs.current.title == "Run 2"
