"""Settings survive what users, systems and other versions do to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from playground.gui import settings as module
from playground.gui.settings import Preferences, log_dir, state_dir


@pytest.fixture
def stored(tmp_path):
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


def test_what_is_set_is_remembered(stored, tmp_path):
    first = Preferences(stored)
    first.language, first.theme, first.reduced_motion = "zh", "dark", True
    first.add_recent(tmp_path / "a.json")
    first.add_recent(tmp_path / "b.json")
    stored.sync()
    second = Preferences(QSettings(stored.fileName(), QSettings.Format.IniFormat))
    assert (second.language, second.theme, second.reduced_motion) == ("zh", "dark", True)
    assert [path.name for path in second.recent] == ["b.json", "a.json"]


@pytest.mark.parametrize("value", ["klingon", 7, None, ["a", "b"]])
def test_a_value_nobody_could_have_chosen_counts_as_not_set(stored, value):
    for key in ("language", "theme", "reduced_motion"):
        stored.setValue(key, value)
    preferences = Preferences(stored)
    assert preferences.language == ""
    assert preferences.theme == "light"
    assert preferences.reduced_motion is False


@pytest.mark.parametrize("value", [3, "", None, [1, 2]])
def test_a_damaged_list_of_recent_files_is_empty(stored, value):
    stored.setValue("recent", value)
    assert Preferences(stored).recent == []


def test_the_same_file_is_listed_once_and_the_list_ends(stored, tmp_path):
    preferences = Preferences(stored)
    for number in range(15):
        preferences.add_recent(tmp_path / f"{number}.json")
        preferences.add_recent(tmp_path / "again.json")
    assert len(preferences.recent) == module.MAX_RECENT
    assert preferences.recent[0].name == "again.json"
    assert len(set(preferences.recent)) == module.MAX_RECENT


def test_a_home_that_cannot_be_written_does_not_stop_the_program(tmp_path, monkeypatch):
    blocked = tmp_path / "a file, not a folder"
    blocked.write_text("")
    monkeypatch.setattr(module.platformdirs, "user_state_path", lambda *_a, **_k: blocked / "x")
    monkeypatch.setattr(module, "gettempdir", lambda: str(tmp_path / "tmp"))
    assert state_dir() == tmp_path / "tmp" / "neural-playground"
    assert log_dir().is_dir()


def test_a_damaged_layout_gives_the_layout_of_the_first_start(make_window, mlp, make_context):
    first = make_window(mlp)
    settings = first.context.settings
    settings.setValue("window/geometry", "nonsense")
    settings.setValue("window/state", 12)
    second = make_window(mlp)
    assert second.docks.is_open("inspector")
    assert Path(settings.fileName()).exists() or settings.allKeys()
