"""The document as the window sees it: data that takes long to read never holds the window up."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QTimer

from playground.data import csv
from playground.document import edits
from playground.gui import snapshot
from playground.gui.document_model import DocumentModel

ROWS = 40


@pytest.fixture
def table(tmp_path):
    """A table of two features and a class."""
    path = tmp_path / "table.csv"
    rows = [f"{i}.5,{i % 7},{'yes' if i % 2 else 'no'}\n" for i in range(ROWS)]
    path.write_text("a,b,kind\n" + "".join(rows), encoding="utf-8")
    return path


@pytest.fixture
def slow(monkeypatch):
    """Every table counts as a large one; it is read when the event is set."""
    may_read, read = threading.Event(), csv.typed

    class Slow:
        knows = staticmethod(read.knows)

        def __call__(self, *question):
            assert may_read.wait(10)
            return read(*question)

    monkeypatch.setattr(csv, "SMALL", 0)
    monkeypatch.setattr(csv, "typed", Slow())
    yield may_read
    may_read.set()


def kinds(model: DocumentModel) -> list[str]:
    return [problem.kind for problem in model.report.problems]


def use(model: DocumentModel, path, **params) -> None:
    model.push("data", lambda d: edits.set_data(d, "csv", {"path": str(path), **params}))


def test_a_large_table_is_read_in_the_background(qtbot, mlp, table, slow):
    model = DocumentModel()
    model.load(mlp)
    use(model, table)  # would hang here if it waited
    assert kinds(model) == ["data_unread"]
    assert model.reading
    assert not model.report.ok
    model.push("edit", lambda d: edits.set_param(d, "hidden", "out_features", 5))
    assert model.report.shape("hidden") is None  # nobody knows the columns yet
    with qtbot.waitSignal(model.data_read, timeout=10_000):
        slow.set()
    assert kinds(model) == []
    assert not model.reading
    assert model.report.shape("hidden") == (5,)
    assert model.report.dataset.count() == ROWS
    model.push("edit", lambda d: edits.set_param(d, "hidden", "out_features", 6))
    assert kinds(model) == []  # it is remembered


def test_what_is_wrong_with_a_large_table_comes_as_a_problem(qtbot, mlp, table, slow):
    model = DocumentModel()
    model.load(mlp)
    with qtbot.waitSignal(model.data_read, timeout=10_000):
        use(model, table, target="sort")
        slow.set()
    assert kinds(model) == ["bad_data"]
    assert "sort" in model.report.problems[0].message


def test_an_answer_about_data_that_was_left_changes_nothing(qtbot, mlp, table, slow):
    model = DocumentModel()
    model.load(mlp)
    use(model, table)
    model.undo_stack.undo()
    report = model.report
    reader = model._reader
    with qtbot.waitSignal(reader.answered, timeout=10_000):
        slow.set()
    assert model.report is report
    assert model.report.ok


def test_a_run_starts_once_its_data_is_there(qtbot, make_context, mlp, table, slow):
    context = make_context(mlp)
    context.run.begin()
    use(context.document, table)
    qtbot.waitUntil(lambda: context.run.state == "broken", timeout=10_000)
    slow.set()
    qtbot.waitUntil(lambda: context.run.state == "ready", timeout=10_000)


def test_a_picture_of_the_window_waits_for_large_data(qtbot, make_context, mlp, table, slow):
    context = make_context(mlp)
    context.run.begin()
    use(context.document, table)
    QTimer.singleShot(20, slow.set)
    snapshot._train(context, seconds=0)
    assert context.run.state == "ready"


def test_a_file_that_changes_all_the_time_is_waited_for_in_the_end(
    qtbot, mlp, table, slow, monkeypatch
):
    model = DocumentModel()
    model.load(mlp)
    slow.set()
    monkeypatch.setattr(csv.Csv, "is_ready", lambda self: False)
    with qtbot.waitSignal(model.data_read, timeout=10_000):
        use(model, table)
    assert kinds(model) == []


def test_reading_never_raises_what_only_the_check_may_tell(qtbot, mlp, table, slow, monkeypatch):
    def fails(*_question):
        raise ZeroDivisionError("a fault in the code")

    monkeypatch.setattr(csv.Csv, "fields", fails)
    model = DocumentModel()
    model.load(mlp)
    with qtbot.waitSignal(model.data_read, timeout=10_000):
        use(model, table)
    assert kinds(model) == ["bad_data"]
    assert "ZeroDivisionError" in model.report.problems[0].message
