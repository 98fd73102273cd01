"""The only code that knows where presets/ and assets/ are, in a checkout or installed."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    beside = _PACKAGE.parent / name
    if (_PACKAGE.parent / "pyproject.toml").is_file() and beside.is_dir():
        return beside
    return _PACKAGE / "_files" / name


def presets_dir() -> Path:
    """Folder of the ready experiments, one JSON file each."""
    return _folder("presets")


def assets_dir() -> Path:
    """Folder of icons, lessons and translations."""
    return _folder("assets")


def preset_paths() -> dict[str, Path]:
    """Name -> file of every preset, by name."""
    return {path.stem: path for path in sorted(presets_dir().glob("*.json"))}


def benchmarks_dir() -> Path:
    """Folder of the benchmarks; only a checkout has them."""
    return _folder("benchmarks")
