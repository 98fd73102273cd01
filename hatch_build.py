"""What a wheel holds beside the package: presets, assets, and the translations compiled to .mo.

Runs in pip's build environment, which has hatchling and nothing else. An editable install needs
none of it: there the program reads presets/ and assets/ of the checkout, and the .ts files.
"""

from __future__ import annotations

import struct
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

MAGIC = 0x950412DE  # of a little-endian .mo file, version 0
HEADER = "Content-Type: text/plain; charset=UTF-8\n"


class FilesHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts presets/ and assets/ into a wheel as playground/_files/."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Say which files go where; `version` is "editable" for an editable install."""
        if version == "editable":
            return
        root, files = Path(self.root), build_data["force_include"]
        for folder in ("presets", "assets"):
            for path in sorted((root / folder).rglob("*")):
                if path.is_file() and path.suffix != ".mo":
                    name = path.relative_to(root).as_posix()
                    files[str(path)] = f"playground/_files/{name}"
        self._compiled = tempfile.TemporaryDirectory()
        for target in compile_all(root, Path(self._compiled.name)):
            files[str(target)] = f"playground/_files/assets/translations/{target.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """The wheel is written: the compiled files are in it."""
        if version != "editable":
            self._compiled.cleanup()


def compile_all(root: Path, folder: Path) -> list[Path]:
    """Compile every assets/translations/*.ts into `folder`; returns the .mo files."""
    sys.path.insert(0, str(root))
    try:
        from playground.i18n import read_ts  # needs nothing but the standard library
    finally:
        sys.path.remove(str(root))
    made = []
    for source in sorted((root / "assets" / "translations").glob("*.ts")):
        target = folder / f"{source.stem}.mo"
        target.write_bytes(mo_bytes(read_ts(source.read_text(encoding="utf-8"))))
        made.append(target)
    return made


def mo_bytes(messages: Mapping[str, str]) -> bytes:
    """A GNU .mo catalogue of source -> translation.

    Layout: seven 32-bit numbers (magic, revision, count, offsets of both tables, empty hash table),
    a table of (length, offset) for the sorted sources and one for the translations, then all texts,
    each ended by a zero byte. The translation of "" names the encoding.
    Source: GNU gettext manual, "The Format of GNU MO Files".
    """
    pairs = sorted((key.encode(), text.encode()) for key, text in {"": HEADER, **messages}.items())
    count = len(pairs)
    sources_at, translations_at, texts_at = 28, 28 + 8 * count, 28 + 16 * count
    tables, texts = [], b""
    for column in (0, 1):
        for pair in pairs:
            tables += [len(pair[column]), texts_at + len(texts)]
            texts += pair[column] + b"\0"
    head = struct.pack("<7I", MAGIC, 0, count, sources_at, translations_at, 0, texts_at)
    return head + struct.pack(f"<{len(tables)}I", *tables) + texts
