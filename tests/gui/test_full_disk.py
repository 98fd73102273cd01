"""A disk that is full, or that nobody may write to, under everything the window writes."""

from __future__ import annotations

import contextlib
import os

import pytest

from playground.document import edits
from playground.document.format import read
from playground.errors import PlaygroundError
from playground.gui.lens_pictures import save_view
from playground.gui.picture_files import Wish
from playground.train.engine.thread import session_steps

LONG = 60_000
OLD = b"what stood there before"

SAVERS = {
    "document": ("net.json", lambda window, path: window.files.save_to(path)),
    "code": ("net.py", lambda window, path: window.files.export(path)),
    "weights": ("net.safetensors", lambda window, path: window.weights.save(path)),
    "run": ("run.safetensors", lambda window, path: window.weights.save_run(path)),
    "table": ("curves.csv", lambda window, path: window.runs.export(path)),
    "lines": ("curves.jsonl", lambda window, path: window.runs.export(path)),
    "graph": ("graph.svg", lambda window, path: window.pictures.save(path, Wish())),
    "view": ("timeline.png", lambda window, path: save_view(window.timeline, path)),
}


@contextlib.contextmanager
def full(monkeypatch):
    """The disk is full: what was written does not arrive."""

    def no_space(*_):
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("playground.document.whole_file.os.fsync", no_space)
        yield "No space left on device"


@contextlib.contextmanager
def limited(monkeypatch):
    """The real thing: the system refuses the write half way."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, before[1]))
    try:
        yield "File too large"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.fixture
def trained(qtbot, make_window, mlp):
    window = make_window(edits.set_train(mlp, steps=10**9), steps=session_steps)
    run = window.context.run
    run.begin()
    qtbot.waitUntil(lambda: run.state == "ready", timeout=LONG)
    run.play()
    qtbot.waitUntil(lambda: run.step_count >= 20, timeout=LONG)
    run.pause()
    return window


@pytest.fixture
def told(trained):
    texts = []
    trained.context.notices.posted.connect(lambda text, kind: texts.append((kind, text)))
    return texts


@pytest.mark.parametrize("fault", [full, limited])
@pytest.mark.parametrize("what", SAVERS)
def test_nothing_is_lost_and_the_reason_is_said(
    qtbot, tmp_path, monkeypatch, trained, told, what, fault
):
    name, save = SAVERS[what]
    path = tmp_path / "folder" / name
    path.parent.mkdir()
    path.write_bytes(OLD)
    before, steps = trained.context.document.document, trained.context.run.step_count
    with fault(monkeypatch) as reason:
        try:
            save(trained, path)
        except PlaygroundError as error:  # what a dialog would tell
            told.append(("error", str(error)))
        qtbot.waitUntil(lambda: any(kind == "error" for kind, _ in told), timeout=LONG)
    ((_, text),) = (said for said in told if said[0] == "error")
    assert reason in text
    assert name in text
    assert path.read_bytes() == OLD
    assert os.listdir(path.parent) == [name]
    assert trained.context.document.document is before
    trained.context.run.play()
    qtbot.waitUntil(lambda: trained.context.run.step_count > steps, timeout=LONG)


@pytest.mark.parametrize("fault", [full, limited])
def test_unsaved_work_is_written_as_soon_as_there_is_room(qtbot, monkeypatch, trained, told, fault):
    autosave = trained.autosave
    trained.context.document.push("name", lambda d: edits.set_title(d, "Precious" * 20))
    with fault(monkeypatch) as reason:
        autosave.save()
        autosave.save()
    ((kind, text),) = told  # once, not every twenty seconds
    assert kind == "warning"
    assert reason in text
    autosave.save()
    assert read(autosave.folder / "document.json").title.startswith("Precious")
    assert len(told) == 1
    trained.context.document.push("name", lambda d: edits.set_title(d, "Other"))
    with fault(monkeypatch):
        autosave.save()
    assert len(told) == 2  # another time of trouble
    assert read(autosave.folder / "document.json").title.startswith("Precious")


def test_runs_kept_with_a_document_do_not_take_it_along(
    qtbot, tmp_path, monkeypatch, trained, told
):
    trained.context.runs.set_kept(True)
    path = tmp_path / "net.json"
    assert trained.files.save_to(path)
    kept = {file: file.read_bytes() for file in tmp_path.glob("net*")}
    assert len(kept) == 2
    told.clear()
    trained.context.document.push("name", lambda d: edits.set_title(d, "Other"))
    with full(monkeypatch) as reason:
        assert not trained.files.save_to(path)
    assert [kind for kind, _ in told] == ["error"]
    assert reason in told[0][1]
    assert {file: file.read_bytes() for file in tmp_path.glob("net*")} == kept
    assert trained.context.document.modified


def test_a_folder_that_nobody_may_write_to_is_named(tmp_path, trained, told):
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("this user may write everywhere")
        assert not trained.files.save_to(folder / "net.json")
        assert "Permission denied" in told[0][1]
    finally:
        folder.chmod(0o700)
