"""`python -m playground`: window or command, and real processes."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from playground import __main__ as program
from playground import __version__, i18n


def run(*words: object, **environ: str) -> subprocess.CompletedProcess[str]:
    clean = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    clean = {
        key: value for key, value in clean.items() if key not in {"DISPLAY", "WAYLAND_DISPLAY"}
    }
    return subprocess.run(
        [sys.executable, "-m", "playground", *map(str, words)],
        env={**clean, **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


@pytest.fixture
def windows(monkeypatch):
    """Windows that would have opened: (file, language)."""
    opened: list[tuple[str | None, str | None]] = []

    def open_window(file: str | None, *, lang: str | None = None) -> int:
        opened.append((file, lang))
        return 0

    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("playground.gui.app.main", open_window)
    return opened


def test_no_words_open_the_window(windows):
    assert program.main([]) == 0
    assert windows == [(None, None)]


def test_a_file_opens_in_the_window(windows, document):
    assert program.main([str(document), "--lang", "zh"]) == 0
    assert windows == [(str(document), "zh")]
    assert i18n.language() == "zh"


def test_a_preset_opens_in_the_window(windows):
    """By its name: saving must not write over the preset's own file."""
    assert program.main(["--lang=en", "xor-mlp"]) == 0
    assert windows == [("xor-mlp", "en")]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["none.json"], "There is no file none.json."),
        (["chek"], "Did you mean the command check?"),
        (["trian", "digits-cnn"], 'There is no command "trian". Did you mean train?'),
        (["--lang", "xx"], "xx"),
        (["--fullscreen"], "--fullscreen"),
    ],
)
def test_a_wrong_word_opens_nothing(windows, capsys, words, says):
    assert program.main(words) == 1
    assert says in capsys.readouterr().err
    assert windows == []


def test_a_command_is_run_with_a_language_before_or_after_it(capsys, document):
    for words in (["--lang", "zh", "check", document], ["check", document, "--lang", "zh"]):
        assert program.main([str(word) for word in words]) == 0
        assert "全部" not in capsys.readouterr().err
        assert i18n.language() == "zh"
        i18n.set_language("en")


def test_version_and_help(capsys):
    assert program.main(["--version"]) == 0
    assert capsys.readouterr().out == f"playground {__version__}\n"
    assert program.main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(command in out for command in program.COMMANDS)
    assert not any(command in out for command in program.HIDDEN)


@pytest.mark.parametrize("command", program.COMMANDS)
def test_every_command_has_help(cli, command):
    done = cli(command, "--help")
    assert done.status == 0
    assert "--lang" in done.out
    assert "--json" in done.out


@pytest.mark.skipif(sys.platform != "linux", reason="macOS and Windows always have a display")
def test_without_a_display_the_window_says_so_in_one_line():
    done = run()
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert "There is no display" in done.stderr


def test_errors_of_a_real_process(tmp_path):
    done = run("check", tmp_path / "none.json", "--json")
    assert done.returncode == 1
    assert done.stderr == ""
    assert json.loads(done.stdout)["event"] == "error"


def test_json_is_utf8_whatever_the_code_page(document):
    done = run("blocks", "--json", "--lang", "zh", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert all(json.loads(line)["key"] for line in done.stdout.splitlines())


@pytest.mark.skipif(os.name == "nt", reason="needs a POSIX shell")
def test_a_reader_that_has_seen_enough_gets_no_complaint():
    command = f"{sys.executable} -m playground blocks --json | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0
    assert done.stderr == ""
    assert json.loads(done.stdout)["key"]


def test_the_language_of_the_system_is_used():
    english, chinese = run("presets", LC_ALL="C.UTF-8"), run("presets", LC_ALL="zh_CN.UTF-8")
    assert english.returncode == chinese.returncode == 0
    assert english.stdout != chinese.stdout
