"""Neighbours make room for a card, and move no farther than they must."""

from __future__ import annotations

from PySide6.QtCore import QRectF

from playground.gui.graph.room import GAP, aside, below


def box(x: float, y: float, width: float = 100) -> QRectF:
    return QRectF(x - width / 2, y - 30, width, 60)


def after(rects: dict[str, QRectF], places) -> dict[str, QRectF]:
    found = {id: QRectF(rect) for id, rect in rects.items()}
    for id, place in places.items():
        x, y = place
        found[id].moveCenter(QRectF(x, y, 0, 0).topLeft())
    return found


def test_nothing_moves_where_there_is_room():
    rects = {"a": box(0, 0), "new": box(200, 0), "b": box(400, 0)}
    assert aside(rects, "new", {"a"}) == {}


def test_what_follows_moves_right_until_the_card_has_room():
    rects = {"a": box(0, 0), "new": box(160, 0), "b": box(220, 0), "c": box(380, 0)}
    places = after(rects, aside(rects, "new", {"a"}))
    assert places["a"] == rects["a"]
    assert places["b"].left() - places["new"].right() == GAP
    assert places["c"].left() > places["b"].right()


def test_a_wide_gap_ends_the_push():
    rects = {"a": box(0, 0), "new": box(160, 0), "b": box(220, 0), "far": box(2000, 0)}
    assert "far" not in aside(rects, "new", {"a"})


def test_other_rows_stay():
    rects = {"a": box(0, 0), "new": box(160, 0), "b": box(220, 0), "other": box(220, 300)}
    assert "other" not in aside(rects, "new", {"a"})


def test_a_card_dropped_on_its_source_moves_clear_of_it():
    rects = {"a": box(0, 0), "new": box(60, 0), "b": box(220, 0)}
    places = after(rects, aside(rects, "new", {"a"}))
    assert places["new"].left() - places["a"].right() == GAP
    assert places["b"].left() - places["new"].right() == GAP


def test_the_order_of_a_long_row_is_kept_and_no_two_cards_overlap():
    rects = {f"n{n}": box(130 * n, (n % 3) * 10, width=90 + n) for n in range(30)}
    rects["new"] = box(130 * 4 + 40, 5, width=200)
    places = after(rects, aside(rects, "new", {f"n{n}" for n in range(5)}))
    order = sorted(places, key=lambda id: places[id].left())
    assert order == [*(f"n{n}" for n in range(5)), "new", *(f"n{n}" for n in range(5, 30))]
    cards = list(places.values())
    assert not any(a.intersects(b) for n, a in enumerate(cards) for b in cards[n + 1 :])


def test_a_card_goes_below_what_lies_there():
    rects = {"a": box(0, 0), "b": box(0, 90), "new": box(20, 10)}
    places = after(rects, below(rects, "new"))
    assert places["new"].top() > places["b"].bottom()
    assert places["new"].center().x() == 20
    assert below({"a": box(0, 0), "new": box(300, 0)}, "new") == {}


def test_where_data_flows_down_cards_are_pushed_down_and_columns_beside_stay():
    rects = {"a": box(0, 0), "new": box(0, 60), "b": box(0, 120), "beside": box(300, 120)}
    places = aside(rects, "new", {"a"}, down=True)
    moved = after(rects, places)
    assert {x for x, _ in places.values()} == {0}
    assert moved["new"].top() - moved["a"].bottom() == GAP
    assert moved["b"].top() - moved["new"].bottom() == GAP
    assert moved["beside"] == rects["beside"]
