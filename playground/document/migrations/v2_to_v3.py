"""Version 3 has `view.hidden`: controls that a lesson does not show.

Everything of version 2 is as it was. A document that hides nothing is still written as before.
"""

from __future__ import annotations

from typing import Any


def migrate(raw: dict[str, Any]) -> dict[str, Any]:
    """Version 2 -> 3: nothing to change."""
    return dict(raw)
