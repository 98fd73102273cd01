"""Opening, saving, closing: nothing is lost, and every failure says why."""

from __future__ import annotations

import stat

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from playground.document import edits
from playground.document.format import read, write
from playground.errors import PlaygroundError
from playground.gui import files as files_module


@pytest.fixture
def notices(window):
    seen = []
    window.context.notices.posted.connect(lambda text, kind: seen.append((kind, text)))
    return seen


def change(window, title="Changed"):
    window.context.document.push("change", lambda document: edits.set_title(document, title))


def test_a_saved_document_can_be_opened_again(window, tmp_path):
    change(window, "Mine")
    path = tmp_path / "mine.json"
    assert window.files.save_to(path)
    assert not window.context.document.modified
    assert window.files.new()
    assert window.context.document.document.nodes == ()
    assert window.files.open(path)
    assert window.context.document.document.title == "Mine"
    assert window.context.document.path == path
    assert window.preferences.recent == [path]


def test_a_failed_save_keeps_everything_and_says_why(window, notices, tmp_path, monkeypatch):
    def full(document, path):
        raise PlaygroundError("There is no room left on the disk.")

    change(window)
    monkeypatch.setattr(files_module, "write", full)
    assert not window.files.save_to(tmp_path / "mine.json")
    assert notices == [("error", "There is no room left on the disk.")]
    assert window.context.document.modified
    assert window.context.document.document.title == "Changed"


def test_saving_into_a_folder_that_is_not_there_says_so(window, notices, tmp_path):
    change(window)
    assert not window.files.save_to(tmp_path / "missing" / "mine.json")
    assert notices
    assert notices[0][0] == "error"
    assert window.context.document.modified


@pytest.mark.parametrize("text", ["", "{", '{"format": "other"}', '{"version": 99}'])
def test_a_broken_file_is_refused_and_the_open_document_stays(window, notices, tmp_path, text):
    path = tmp_path / "broken.json"
    path.write_text(text)
    before = window.context.document.document
    assert not window.files.open(path)
    assert window.context.document.document is before
    assert [kind for kind, _ in notices] == ["error"]
    assert window.preferences.recent == []


def test_closing_without_unsaved_work_does_not_ask(window):
    window.files.ask = lambda: pytest.fail("asked")
    assert window.close()


def test_closing_with_unsaved_work_asks_and_can_be_cancelled(window):
    asked = []
    window.files.ask = lambda: asked.append("asked") or "cancel"
    change(window)
    assert not window.close()
    assert window.isVisible()
    assert asked == ["asked"]


def test_closing_and_saving_writes_the_file(window, tmp_path, mlp):
    path = tmp_path / "mine.json"
    write(mlp, path)
    window.files.open(path)
    change(window, "Last words")
    window.files.ask = lambda: "save"
    assert window.close()
    assert read(path).title == "Last words"


def test_closing_does_not_lose_what_cannot_be_saved(window, tmp_path, mlp, monkeypatch):
    path = tmp_path / "mine.json"
    write(mlp, path)
    window.files.open(path)
    change(window)
    path.unlink()
    path.mkdir()
    window.files.ask = lambda: "save"
    assert not window.close()
    assert window.context.document.modified


def test_a_dropped_file_is_opened(window, tmp_path, mlp):
    path = tmp_path / "dropped.json"
    write(edits.set_title(mlp, "Dropped"), path)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(20, 20),
        Qt.DropAction.CopyAction,
        mime,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)
    assert window.context.document.document.title == "Dropped"


def test_exporting_writes_a_program_that_python_can_compile(window, tmp_path):
    path = tmp_path / "network.py"
    assert window.files.export(path)
    compile(path.read_text(), str(path), "exec")


def test_a_read_only_file_is_refused_without_touching_it(window, notices, tmp_path, mlp):
    folder = tmp_path / "locked"
    folder.mkdir()
    path = folder / "mine.json"
    write(mlp, path)
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        (folder / "probe").write_text("x")
        pytest.skip("this user may write everywhere")
    except PermissionError:
        window.files.open(path)
        change(window)
        assert not window.files.save()
        assert window.context.document.modified
        assert notices[-1][0] == "error"
    finally:
        folder.chmod(stat.S_IRWXU)


def test_a_broken_plug_in_is_told_once(window, notices, monkeypatch):
    from playground import registry

    monkeypatch.setattr(registry.blocks, "notices", ["The plug-in bolt could not be loaded: no."])
    window.files.new()
    window.files.new()
    window.files.tell_plug_ins()
    assert notices == [("warning", "The plug-in bolt could not be loaded: no.")]


def test_a_large_document_is_announced_before_the_window_stands_still(
    window, notices, tmp_path, monkeypatch
):
    monkeypatch.setattr(files_module, "MANY_BLOCKS", 3)
    path = tmp_path / "large.json"
    write(window.context.document.document, path)
    seen = []

    def look(*_: object) -> None:
        cursor = QApplication.overrideCursor()
        seen.append((notices[-1][1], cursor.shape(), window.strip.isVisible()))

    window.context.document.changed.connect(look)
    window.files.open(path)
    assert seen[0] == ("Opening 4 blocks…", Qt.CursorShape.WaitCursor, True)
    assert notices[-1][1] == "Opened 4 blocks."
    assert QApplication.overrideCursor() is None
