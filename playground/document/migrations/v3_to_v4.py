"""Version 4 has `penalty` in a block: its own regularisation.

Everything of version 3 is as it was. Without such a block a document is still written as before.
"""

from __future__ import annotations

from typing import Any


def migrate(raw: dict[str, Any]) -> dict[str, Any]:
    """Version 3 -> 4: nothing to change."""
    return dict(raw)
