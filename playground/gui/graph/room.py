"""Room for a card that was put among others: pure functions, rectangles in, places out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF

GAP = 48.0  # px between two cards in a row, so that the wire between them can show its shape
_BELOW = 24.0  # px between two cards in a column

Places = dict[str, tuple[float, float]]


def aside(
    rects: Mapping[str, QRectF], id: str, before: Iterable[str], *, down: bool = False
) -> Places:
    """Push cards along the flow until one that was put into a wire has room.

    The card itself moves first, until it is clear of the cards that feed it. What lies in its way
    moves as a whole and pushes what it would come to lie on; gaps that are wide enough end that.

    Parameters
    ----------
    rects : mapping of id -> QRectF
        All cards, in the scene.
    id : str
        The card that came.
    before : iterable of str
        Ids of what it depends on: these never move.
    down : bool
        The flow goes from top to bottom, so that cards are pushed down, else to the right.

    Returns
    -------
    dict of id -> (x, y)
        The new centres of the cards that move.
    """
    if down:
        turned = {other: _turned(rect) for other, rect in rects.items()}
        return {other: (x, y) for other, (y, x) in aside(turned, id, before).items()}
    rect, fixed = QRectF(rects[id]), {*before}
    feeding = [rects[other] for other in fixed if _level(rects[other], rect)]
    left = max(
        (other.right() + GAP for other in feeding if other.center().x() < rect.center().x()),
        default=rect.left(),
    )
    rect.moveLeft(max(left, rect.left()))
    free = {other: r for other, r in rects.items() if other not in fixed and other != id}
    hit = [other for other, r in free.items() if _in_the_way(rect, r)]
    shift = max((rect.right() + GAP - free[other].left() for other in hit), default=0.0)
    moved = _pushed(free, hit, shift)
    places = {other: _centre(free[other].translated(shift, 0)) for other in moved}
    if rect != rects[id]:
        places[id] = _centre(rect)
    return places


def below(rects: Mapping[str, QRectF], id: str) -> Places:
    """Move a card down until it lies on no other."""
    rect = QRectF(rects[id])
    others = [r for other, r in rects.items() if other != id]
    while True:
        hit = [r.bottom() for r in others if r.intersects(rect)]
        if not hit:
            break
        rect.moveTop(max(hit) + _BELOW)
    return {} if rect == rects[id] else {id: _centre(rect)}


def _pushed(free: Mapping[str, QRectF], hit: Iterable[str], shift: float) -> set[str]:
    """The cards that are hit, and all that they come too near to when they move."""
    moved, todo = set(), list(hit)
    while todo:
        at = todo.pop()
        if at in moved:
            continue
        moved.add(at)
        old, new = free[at], free[at].translated(shift, 0)
        for other, rect in free.items():
            if other in moved or rect.left() < old.right() or not _level(rect, new):
                continue
            if rect.left() - new.right() < min(GAP, rect.left() - old.right()):
                todo.append(other)
    return moved


def _in_the_way(rect: QRectF, other: QRectF) -> bool:
    near = other.adjusted(-GAP, 0, 0, 0)  # a wire leads from the card to what comes behind it
    return _level(rect, other) and near.intersects(rect) and other.right() > rect.left()


def _level(a: QRectF, b: QRectF) -> bool:
    """Whether two cards lie in one row, at least in part."""
    return a.top() < b.bottom() and b.top() < a.bottom()


def _turned(rect: QRectF) -> QRectF:
    """With the axes exchanged: what flows down flows to the right."""
    return QRectF(rect.y(), rect.x(), rect.height(), rect.width())


def _centre(rect: QRectF) -> tuple[float, float]:
    centre: QPointF = rect.center()
    return (centre.x(), centre.y())
