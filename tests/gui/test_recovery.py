"""Unsaved work survives a crash, and only a crash."""

from __future__ import annotations

import pytest

from playground.document import edits
from playground.document.format import write
from playground.gui.document_model import DocumentModel
from playground.gui.recovery import Autosave


@pytest.fixture
def make_autosave(qtbot, tmp_path, mlp):
    made = []

    def make():
        model = DocumentModel()
        model.load(mlp)
        autosave = Autosave(model, tmp_path / "unsaved")
        made.append(autosave)
        return autosave

    yield make
    for autosave in made:
        autosave.close()


def change(autosave, title="Changed"):
    autosave.model.push("change", lambda document: edits.set_title(document, title))


def crash(autosave):
    """What a killed program leaves behind: the folder, and a lock nobody holds."""
    autosave._timer.stop()
    autosave._lock.unlock()
    autosave._lock = None


def test_unsaved_work_of_a_crashed_session_is_found(make_autosave):
    first = make_autosave()
    change(first, "Precious")
    first.save()
    crash(first)
    (lost,) = make_autosave().find_lost()
    assert lost.document.title == "Precious"


def test_a_running_session_keeps_its_work_to_itself(make_autosave):
    first = make_autosave()
    change(first)
    first.save()
    assert make_autosave().find_lost() == []


def test_a_clean_end_leaves_nothing(make_autosave):
    first = make_autosave()
    change(first)
    first.save()
    first.close()
    assert make_autosave().find_lost() == []
    assert not first.folder.exists()


def test_saved_work_needs_no_recovery(make_autosave, tmp_path):
    first = make_autosave()
    change(first)
    first.save()
    first.model.saved(tmp_path / "mine.json")
    first.save()
    assert not first.folder.exists()


def test_damaged_work_does_not_stop_the_start(make_autosave):
    first = make_autosave()
    change(first)
    first.save()
    crash(first)
    (first.folder / "document.json").write_bytes(b"\x00\xff")
    assert make_autosave().find_lost() == []


def test_restoring_brings_the_work_back_as_an_undoable_change(window, make_autosave, tmp_path, mlp):
    path = tmp_path / "mine.json"
    write(mlp, path)
    first = make_autosave()
    first.model.load(mlp, path)
    change(first, "Precious")
    first.save()
    crash(first)
    window.autosave.root = first.root
    (lost,) = window.files.find_lost()
    offer = window.offer_recovery(lost)
    assert "mine.json" in window.files.offer_words(lost)
    offer.row.itemAt(1).widget().click()
    model = window.context.document
    assert model.document.title == "Precious"
    assert model.path == path
    assert model.modified
    model.undo_stack.undo()
    assert model.document == mlp
    assert not first.folder.exists()
    window.autosave.close()
