"""Frames stay together, nothing foreign lies in them, and notes keep off the cards."""

from __future__ import annotations

import itertools

import pytest

from benchmarks.layout import cards_of, inception, through, transformer, u_net
from playground.document.layout import FRAME_BAR, FRAME_ROOM, Card, follow, keep_pinned, layout_part
from playground.document.layout import layout as lay_out


def rect_of(card, at):
    (x, y), w, h = at, card.width / 2, card.height / 2
    return x - w, y - h, x + w, y + h


def ground(frame, cards, positions):
    """What a frame covers, as the canvas draws it."""
    rects = [rect_of(cards[id], positions[id]) for id in frame]
    left, top = (min(r[side] for r in rects) for side in (0, 1))
    right, bottom = (max(r[side] for r in rects) for side in (2, 3))
    return left - FRAME_ROOM, top - FRAME_ROOM - FRAME_BAR, right + FRAME_ROOM, bottom + FRAME_ROOM


def overlap(a, b) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def strangers(frame, cards, positions) -> list[str]:
    """Cards that lie in a frame which does not hold them."""
    inside = ground(frame, cards, positions)
    others = (id for id in cards if id not in frame)
    return [id for id in others if overlap(inside, rect_of(cards[id], positions[id]))]


NETS = {"U-Net": (u_net, 5), "Inception": (inception, 9), "Transformer": (transformer, 7)}


@pytest.mark.parametrize("direction", ["right", "down"])
@pytest.mark.parametrize("max_width", [None, 3000.0])
@pytest.mark.parametrize("name", NETS)
def test_nothing_foreign_lies_in_a_frame(name, max_width, direction):
    make, step = NETS[name]
    document = make()
    cards, ids = cards_of(document), [node.id for node in document.nodes]
    frames = [ids[3:9], ids[10 : 10 + step], ids[11:14]]  # the last one lies in another
    made = lay_out(cards, document.wires, frames=frames, direction=direction, max_width=max_width)
    for frame in frames:
        assert strangers(frame, cards, made.positions) == []
    grounds = [ground(frame, cards, made.positions) for frame in frames[:2]]
    assert not overlap(*grounds)
    rects = [rect_of(cards[id], made.positions[id]) for id in ids]
    assert not any(overlap(a, b) for a, b in itertools.combinations(rects, 2))
    assert through(document.wires, cards, made) == 0


def test_without_frames_nothing_changes():
    document = u_net()
    cards = cards_of(document)
    plain = lay_out(cards, document.wires)
    assert lay_out(cards, document.wires, frames=[(), ()]) == plain


def test_of_overlapping_frames_the_larger_one_is_kept():
    document = u_net()
    cards, ids = cards_of(document), [node.id for node in document.nodes]
    made = lay_out(cards, document.wires, frames=[ids[2:9], ids[7:11]])
    assert strangers(ids[2:9], cards, made.positions) == []


def test_a_part_keeps_off_the_frames_that_stay():
    document = u_net(2)
    cards, ids = cards_of(document), [node.id for node in document.nodes]
    at = lay_out(cards, document.wires, frames=[ids[:4]]).positions
    heap = {**at, **dict.fromkeys(ids[5:8], at[ids[1]])}
    made = layout_part(cards, document.wires, heap, ids[5:8], frames=[ids[:4]])
    assert not [id for id in strangers(ids[:4], cards, made.positions) if id in ids[5:8]]
    assert all(made.positions[id] == heap[id] for id in ids if id not in ids[5:8])


def test_pinned_cards_stay_where_they_are():
    document = u_net(2)
    cards, ids = cards_of(document), [node.id for node in document.nodes]
    pinned = {ids[0]: (500.0, 300.0), ids[6]: (-200.0, 900.0)}
    made = keep_pinned(cards, document.wires, pinned, frames=[ids[2:5]])
    assert all(made.positions[id] == at for id, at in pinned.items())
    rects = [rect_of(cards[id], made.positions[id]) for id in ids]
    assert not any(overlap(a, b) for a, b in itertools.combinations(rects, 2))
    assert through(document.wires, cards, made) == 0


def test_a_note_moves_with_its_nearest_card_and_off_all_cards():
    cards = {"a": Card(100, 60), "b": Card(100, 60)}
    before = {"a": (0.0, 0.0), "b": (1000.0, 0.0)}
    after = {"a": (0.0, 500.0), "b": (160.0, 500.0)}
    notes = {"below_a": (-50.0, 40.0, 50.0, 80.0), "right_of_a": (60.0, -30.0, 160.0, 30.0)}
    places = follow(notes, cards, before, after)
    assert places["below_a"] == (-50.0, 540.0)
    x, y = places["right_of_a"]
    moved = (x, y, x + 100, y + 60)
    below = (-50.0, 540.0, 50.0, 580.0)
    obstacles = [rect_of(cards[id], at) for id, at in after.items()] + [below]
    assert not any(overlap(moved, rect) for rect in obstacles)
    assert follow(notes, cards, before, before) == {}
