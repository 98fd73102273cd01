"""Lays a graph out: columns along the flow, few crossings, wires that pass no foreign card."""

from playground.document.layout.base import (
    FRAME_BAR,
    FRAME_ROOM,
    Card,
    Direction,
    LayoutTooLargeError,
    Placement,
    Point,
    Route,
)
from playground.document.layout.layout import comfortable_width
from playground.document.layout.notes import Rect, follow
from playground.document.layout.part import keep_pinned, layout_part, ways_around
from playground.document.layout.whole import layout

__all__ = [
    "FRAME_BAR",
    "FRAME_ROOM",
    "Card",
    "Direction",
    "LayoutTooLargeError",
    "Placement",
    "Point",
    "Rect",
    "Route",
    "comfortable_width",
    "follow",
    "keep_pinned",
    "layout",
    "layout_part",
    "ways_around",
]
