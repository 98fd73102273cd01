"""`playground doctor`: finds what is known to break."""

from __future__ import annotations

import os
import sys

import pytest

from playground.cli import doctor
from playground.cli.system import needs_display, qt_fault


def levels(look) -> dict[str, str]:
    return {finding.name: finding.level for finding in look}


def test_a_working_machine_has_no_fatal_finding(cli):
    done = cli("doctor", "--json")
    rows = {row["name"]: row for row in done.rows}
    assert done.status == 0, done.out
    assert {"python", "torch", "display", "devices", "qt", "settings", "log"} <= set(rows)
    assert all(row["level"] in {"ok", "warning"} for row in rows.values())
    assert all(row["message"] for row in rows.values())


def test_the_release_of_qt_that_crashes_is_fatal():
    assert levels(doctor.pyside("6.12.0", (3, 11))) == {"pyside-none": "fatal"}
    assert levels(doctor.pyside("6.12.0", (3, 12))) == {}
    assert levels(doctor.pyside("6.11.3", (3, 11))) == {}


def test_a_torchvision_is_reported(monkeypatch):
    monkeypatch.setattr("importlib.util.find_spec", lambda name: object())
    assert levels(doctor.torchvision()) == {"torchvision": "warning"}


def test_a_missing_package_is_fatal(monkeypatch):
    monkeypatch.setattr(doctor, "PACKAGES", ("no-such-package",))
    assert levels(doctor.packages()) == {"no-such-package": "fatal"}


def test_a_look_that_fails_is_a_finding(monkeypatch, cli):
    def python():
        raise RuntimeError("no idea")
        yield

    monkeypatch.setattr(doctor, "python", python)
    done = cli("doctor", "--json")
    assert done.status == 1
    assert done.rows[0]["level"] == "fatal"
    assert "no idea" in done.rows[0]["message"]
    assert len(done.rows) > 5  # the others are still looked at


@pytest.mark.skipif(os.name == "nt" or os.getuid() == 0, reason="root may write everywhere")
def test_a_folder_without_rights_is_fatal(monkeypatch, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(closed))
    assert levels(doctor.folders())["settings"] == "fatal"


def test_little_disk_space_is_a_warning(monkeypatch):
    monkeypatch.setattr(doctor, "FREE_BYTES", 10**30)
    assert set(levels(doctor.folders()).values()) == {"warning"}


def test_a_platform_that_qt_does_not_have_is_fatal(monkeypatch):
    monkeypatch.setattr(doctor, "has_display", lambda environ, platform: False)
    real = doctor._start_qt
    monkeypatch.setattr(doctor, "_start_qt", lambda name: real("no-such-platform"))
    assert levels(doctor.qt()) == {"qt": "fatal"}


def test_a_missing_system_library_comes_with_the_command_that_installs_it():
    fault = qt_fault(ImportError("libEGL.so.1: cannot open shared object file: No such file"))
    assert fault is not None
    assert "libEGL.so.1" in fault.message
    assert "apt-get install" in fault.hint
    assert "libegl1" in fault.hint
    assert qt_fault(ImportError("No module named 'nothing'")) is None


@pytest.mark.parametrize(
    ("environ", "platform", "opens"),
    [
        ({}, "linux", False),
        ({"DISPLAY": ":0"}, "linux", True),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True),
        ({"QT_QPA_PLATFORM": "offscreen"}, "linux", True),
        ({}, "darwin", True),
        ({}, "win32", True),
    ],
)
def test_where_a_window_can_open(environ, platform, opens):
    assert (needs_display(environ, platform) is None) == opens


def test_python_of_this_machine_is_supported():
    finding = next(iter(doctor.python()))
    assert finding.level == "ok"
    assert f"{sys.version_info.major}.{sys.version_info.minor}" in finding.message
