"""Steps from one version of the file format to the next, one a file: ``v0_to_v1.py``, ...

To change the format: raise `VERSION` in ``document/model.py``, add ``vN_to_vM.py`` with a function
``migrate(raw) -> raw``, and an old file in ``tests/files/``. Nothing else names a step.
"""

from __future__ import annotations

import importlib
from typing import Any

from playground.errors import FormatError
from playground.i18n import tr


def migrate(raw: dict[str, Any], version: int, newest: int) -> dict[str, Any]:
    """Bring the parsed JSON of an old file to the newest version, one step after the other.

    Raises
    ------
    FormatError
        The file says an old version but is not laid out like it.
    """
    for number in range(version, newest):
        step = importlib.import_module(f"{__name__}.v{number}_to_v{number + 1}")
        try:
            raw = step.migrate(raw)
        except (TypeError, KeyError, IndexError, ValueError, AttributeError) as error:
            raise FormatError(
                tr(
                    "The file says it has version {version}, but it is not laid out like that: "
                    "{reason}.",
                    version=number,
                    reason=f"{type(error).__name__} {str(error)[:80]}",
                )
            ) from None
        raw["version"] = number + 1
    return raw
