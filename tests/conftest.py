"""Shared by all tests: no screen, no user's settings, no thread left behind."""

from __future__ import annotations

import os
import sys
import threading

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["LC_ALL"] = "C.UTF-8"
# Before torch and numpy are imported, also for child processes: two test processes with two threads
# each on two cores wait for one another, and a small network trains ten times slower.
os.environ.setdefault("OMP_NUM_THREADS", "1")

import pytest
from hypothesis import HealthCheck, settings

from playground import i18n
from playground.check import machine
from playground.telemetry import landscape, recurrent_race

MEMORY = 8_000_000_000  # bytes

# How long an example takes says more of the machine than of the program.
settings.register_profile(
    "any-machine", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("any-machine")


def pytest_collection_modifyitems(items):
    """Slow proofs may take long on a loaded machine; what hangs is ended all the same."""
    for item in items:
        if item.get_closest_marker("slow") and not item.get_closest_marker("timeout"):
            item.add_marker(pytest.mark.timeout(1800))


@pytest.fixture(autouse=True)
def english():
    """Texts are compared in English; a test that switches the language does not leak it."""
    i18n.set_language("en")
    yield
    i18n.set_language("en")


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """Settings, autosaves and logs of a test go to its own folder."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture(autouse=True)
def no_style_left():
    """A test begins without a style sheet, as the program does.

    Where one is set, every widget is styled anew as often as it is moved into another: a window
    takes five times as long to be made.
    """
    widgets = sys.modules.get("PySide6.QtWidgets")
    application = widgets.QApplication.instance() if widgets is not None else None
    if application is not None and application.styleSheet():
        application.setStyleSheet("")


@pytest.fixture(autouse=True)
def same_machine(monkeypatch):
    """What fits does not depend on the machine that runs the tests, nor on what else it does."""
    monkeypatch.setattr(machine, "free_bytes", lambda: MEMORY)
    monkeypatch.setattr(machine, "graphics_bytes", lambda: 0)
    for module in (landscape, recurrent_race):
        monkeypatch.setattr(module, "NICE", 0)  # beside a second test process it would starve


@pytest.fixture(autouse=True)
def no_thread_left():
    """A training thread that outlives its test is a fault of the test or of the program."""
    yield
    left = [t.name for t in threading.enumerate() if t.name == "train"]
    assert not left, f"threads left behind: {left}"
