"""`playground bench`: runs the files of benchmarks/ by name."""

from __future__ import annotations

import pytest


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr("playground.cli.bench.benchmarks_dir", lambda: tmp_path)
    (tmp_path / "__init__.py").write_text("", encoding="utf-8")
    for name in ("speed", "size"):
        (tmp_path / f"{name}.py").write_text(
            f'def cases():\n    yield {{"case": "{name} a", "ratio": 0.5}}\n'
            f'    yield {{"case": "{name} b", "ratio": 2.0, "seconds": 0.1}}\n',
            encoding="utf-8",
        )
    return tmp_path


def test_all_run_unless_names_are_given(cli, folder):
    rows = cli("bench", "--json").rows
    assert [row["bench"] for row in rows] == ["size", "size", "speed", "speed"]
    assert cli("bench", "speed", "--json").rows == [
        {"bench": "speed", "case": "speed a", "ratio": 0.5},
        {"bench": "speed", "case": "speed b", "ratio": 2.0, "seconds": 0.1},
    ]
    assert "speed a" in cli("bench", "speed").out


def test_an_unknown_name_gets_a_hint(cli, folder):
    done = cli("bench", "sped", "--json")
    assert done.status == 1
    assert len(done.rows) == 1  # nothing ran
    assert "speed" in done.last["hint"]


def test_an_installed_package_says_that_it_has_none(cli, tmp_path, monkeypatch):
    monkeypatch.setattr("playground.cli.bench.benchmarks_dir", lambda: tmp_path / "none")
    done = cli("bench")
    assert done.status == 1
    assert "clone" in done.err


def test_the_benchmarks_of_the_checkout_can_be_loaded():
    from playground.cli.bench import load
    from playground.resources import benchmarks_dir

    files = [path for path in benchmarks_dir().glob("*.py") if not path.stem.startswith("_")]
    assert {"loop", "startup", "check", "memory"} <= {path.stem for path in files}
    for path in files:
        assert callable(load(path.stem, path).cases)
