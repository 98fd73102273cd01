"""Lays a graph out: columns along the flow, few crossings, wires that pass no foreign card."""

from playground.document.layout.base import (
    Card,
    LayoutTooLargeError,
    Placement,
    Point,
    Route,
)
from playground.document.layout.layout import comfortable_width, layout
from playground.document.layout.part import keep_pinned, layout_part, ways_around

__all__ = [
    "Card",
    "LayoutTooLargeError",
    "Placement",
    "Point",
    "Route",
    "comfortable_width",
    "keep_pinned",
    "layout",
    "layout_part",
    "ways_around",
]
