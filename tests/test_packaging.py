"""A built wheel holds what the program needs; compiling translations needs no Qt."""

from __future__ import annotations

import gettext
import io
import runpy
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from playground import __version__, i18n
from playground.resources import assets_dir, preset_paths

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    code = f"from hatchling.build import build_wheel; print(build_wheel({str(folder)!r}))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return zipfile.ZipFile(folder / done.stdout.strip())


def test_the_wheel_has_its_version_and_licence(wheel):
    assert f"neural_playground-{__version__}-py3" in Path(wheel.filename or "").name
    names = wheel.namelist()
    assert any(name.endswith("licenses/LICENSE") for name in names)
    entry = next(name for name in names if name.endswith("entry_points.txt"))
    assert b"playground = playground.__main__:main" in wheel.read(entry)


def test_the_wheel_holds_every_preset_and_asset(wheel):
    names = set(wheel.namelist())
    for path in preset_paths().values():
        assert f"playground/_files/presets/{path.name}" in names
    for path in assets_dir().rglob("*"):
        if path.is_file() and path.suffix != ".mo":
            assert f"playground/_files/{path.relative_to(ROOT).as_posix()}" in names


def test_the_wheel_holds_every_module_and_no_test(wheel):
    names = set(wheel.namelist())
    for path in (ROOT / "playground").rglob("*.py"):
        assert path.relative_to(ROOT).as_posix() in names
    assert not [name for name in names if name.startswith(("tests/", "benchmarks/"))]


@pytest.mark.parametrize("code", [code for code in i18n.LANGUAGES if code != "en"])
def test_the_wheel_holds_compiled_translations(wheel, code):
    data = wheel.read(f"playground/_files/assets/translations/playground_{code}.mo")
    source = (assets_dir() / "translations" / f"playground_{code}.ts").read_text(encoding="utf-8")
    wanted = i18n.read_ts(source)
    compiled = gettext.GNUTranslations(io.BytesIO(data))
    assert {text: compiled.gettext(text) for text in wanted} == wanted


def test_a_compiled_catalogue_is_read_before_the_source(tmp_path, monkeypatch):
    mo_bytes = runpy.run_path(str(ROOT / "hatch_build.py"))["mo_bytes"]
    folder = tmp_path / "translations"
    folder.mkdir()
    words = {"Play": "播放", "{n} steps\nin a line": "一行 {n} 步", "z": "末"}
    (folder / "playground_zh.mo").write_bytes(mo_bytes(words))
    monkeypatch.setattr(i18n, "assets_dir", lambda: tmp_path)
    i18n.catalogue.cache_clear()
    try:
        assert i18n.catalogue("zh") == words
    finally:
        i18n.catalogue.cache_clear()
