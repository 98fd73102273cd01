"""Version 2 has composites: `composites` holds definitions, instances are nodes.

Everything of version 1 is as it was. A document without composites is still written as version 1.
"""

from __future__ import annotations

from typing import Any


def migrate(raw: dict[str, Any]) -> dict[str, Any]:
    """Version 1 -> 2: nothing to change."""
    return dict(raw)
