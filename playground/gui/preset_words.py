"""Title and description of a preset, as the user reads them.

A preset is written in English and stays so, also in a copy that is saved. Only what the window
shows is translated: it follows a switch of the language at once, and a file reads right everywhere.
"""

from __future__ import annotations

import contextlib
import json
from functools import cache

from playground import i18n
from playground.i18n import tr
from playground.resources import preset_paths


def shown(text: str) -> str:
    """The text in the user's language if a preset brought it; a user's own text as it is."""
    return tr(text) if i18n.language() != "en" and text in _preset_texts() else text


def stored(field: str, before: str) -> str:
    """What belongs into the document when `field` is left in a field that showed `before`."""
    return before if field == shown(before) else field


@cache
def _preset_texts() -> frozenset[str]:
    found = set()
    for path in preset_paths().values():
        with contextlib.suppress(OSError, ValueError):  # opening a broken preset says what is wrong
            fields = json.loads(path.read_text(encoding="utf-8"))
            found |= {str(fields.get("title", "")), str(fields.get("about", ""))}
    return frozenset(found - {""})
