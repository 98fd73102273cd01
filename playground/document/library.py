"""Finds a document by what a person calls it: the path of a file or the name of a preset."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from playground.errors import FormatError
from playground.i18n import tr
from playground.resources import preset_paths

if TYPE_CHECKING:
    from playground.document.model import Document


def find(path_or_preset: str | Path) -> Path:
    """The file meant by a path or a preset's name. A file of that name comes before the preset.

    Raises
    ------
    FormatError
        Neither a file nor a preset; names near misses.
    """
    path = Path(path_or_preset).expanduser()
    presets = preset_paths()
    preset = presets.get(str(path_or_preset))
    if _is_file(path) or (preset is None and _exists(path)):
        return path  # a folder is refused by the reader, which says so
    if preset is not None:
        return preset
    if path.suffix or len(path.parts) > 1:
        raise FormatError(
            tr("There is no file {path}.", path=path),
            hint=_near(path.stem, presets) or tr("Check the spelling and the folder."),
        )
    raise FormatError(
        tr('There is no file and no preset "{name}".', name=str(path_or_preset)[:80]),
        hint=_near(str(path_or_preset), presets) or tr("`playground presets` lists the presets."),
    )


def load(path_or_preset: str | Path) -> Document:
    """Read the document meant by a path or a preset's name; `FormatError` when it cannot be."""
    from playground.document.format import read

    path = find(path_or_preset)
    try:
        return read(path)
    except FormatError as error:
        if path.name not in error.message:  # a line number is no use without the file
            error.node = f"{path.name}: {error.node}" if error.node else path.name
        raise


def _near(name: str, presets: dict[str, Path]) -> str:
    names = difflib.get_close_matches(name, presets, n=3, cutoff=0.5)
    return tr("Did you mean {names}?", names=", ".join(names)) if names else ""


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name no file can have
        return False


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
