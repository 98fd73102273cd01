"""Layouts of any graph: rows, directions, cycles, parts, pinned cards."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.layout import cards_of, crossings, inception, resnet, through, together, u_net
from playground.document.layout import (
    Card,
    LayoutTooLargeError,
    keep_pinned,
    layout,
    layout_part,
    ways_around,
)
from playground.document.model import Document, Node, Wire


def wired(*pairs: str) -> list[Wire]:
    """Wires from "a>b"."""
    return [Wire(source=pair[0], target=pair[2]) for pair in pairs]


def squares(names: str) -> dict[str, Card]:
    return {name: Card(100, 60) for name in names}


def overlap(cards, positions) -> bool:
    ids = list(cards)
    return any(
        abs(positions[a][0] - positions[b][0]) < (cards[a].width + cards[b].width) / 2
        and abs(positions[a][1] - positions[b][1]) < (cards[a].height + cards[b].height) / 2
        for number, a in enumerate(ids)
        for b in ids[number + 1 :]
    )


def test_nothing_becomes_nothing():
    made = layout({}, [])
    assert made.positions == {}
    assert made.routes == ()


def test_cards_without_wires_stand_side_by_side_in_rows():
    cards = squares("abcde")
    made = layout(cards, [], max_width=400)
    assert not overlap(cards, made.positions)
    assert len({y for _, y in made.positions.values()}) == 2


def test_ports_decide_where_a_wire_is_straight():
    cards = {
        "a": Card(100, 60, {}, {"out": 0.0}),
        "b": Card(100, 90, {"first": -22.0, "second": 22.0}, {}),
    }
    wire = Wire(source="a", target="b", target_port="second")
    made = layout(cards, [wire])
    assert made.positions["a"][1] == made.positions["b"][1] + 22.0
    assert len(made.routes[0]) == 2


def test_ports_of_one_card_keep_their_order():
    cards = squares("abc") | {"d": Card(100, 120, {"x": -33.0, "y": 0.0, "z": 33.0}, {})}
    wires = [
        Wire(source=source, target="d", target_port=port)
        for source, port in (("a", "z"), ("b", "y"), ("c", "x"))
    ]
    made = layout(cards, wires)
    assert crossings(made.routes) == 0
    assert made.positions["c"][1] < made.positions["b"][1] < made.positions["a"][1]


def test_an_input_that_is_needed_late_stands_near_what_needs_it():
    wires = wired("a>b", "b>c", "c>d", "d>e", "z>y", "y>e")
    made = layout(squares("abcdeyz"), wires)
    assert made.positions["y"][0] == made.positions["d"][0]
    assert made.positions["z"][0] == made.positions["c"][0]


def test_downwards_is_the_same_layout_mirrored():
    document = inception(2)
    cards = cards_of(document)
    right = layout(
        {id: Card(c.height, c.width, c.inputs, c.outputs) for id, c in cards.items()},
        document.wires,
    )
    down = layout(cards, document.wires, direction="down")
    assert down.positions == {id: (y, x) for id, (x, y) in right.positions.items()}
    assert down.routes == tuple(tuple((y, x) for x, y in way) for way in right.routes)


def test_long_chains_go_on_in_another_row():
    document = resnet(8)
    cards = cards_of(document)
    made = layout(cards, document.wires, max_width=3300)
    xs = [x for x, _ in made.positions.values()]
    assert max(xs) - min(xs) <= 3300
    tops = [made.positions[node.id][1] for node in document.nodes if node.block == "add"]
    assert tops == sorted(tops)
    assert tops[-1] > tops[0] + 300
    assert through(document.wires, cards, made) == 0
    # a row ends where one wire leads on, not in the middle of a residual block
    rows = {made.positions[node.id][1] for node in document.nodes if node.block == "batch_norm2d"}
    back = [way for way in made.routes if way[-1][0] < way[0][0]]
    assert len(back) == len(rows) - 1 >= 2


@pytest.mark.parametrize(
    "wires",
    [
        wired("a>b", "b>a"),
        wired("a>b", "b>c", "c>d", "d>a"),
        wired("a>b", "b>c", "c>b", "c>d", "d>a", "b>d"),
        wired("a>b", "b>c", "c>d", "d>b", "d>b"),
    ],
    ids=["two", "ring", "nested", "twice"],
)
@pytest.mark.parametrize("max_width", [None, 250.0])
def test_cycles_are_drawn_with_a_wire_that_goes_back_around(wires, max_width):
    document = Document(nodes=tuple(Node(id=id, block="relu") for id in "abcd"), wires=wires)
    cards = squares("abcd")
    made = layout(cards, wires, max_width=max_width)
    assert not overlap(cards, made.positions)
    assert through(document.wires, cards, made) == 0
    assert together(wires, made.routes) == 0


def test_time_that_is_not_enough_is_an_error_that_says_what_happened():
    document = u_net()
    with pytest.raises(LayoutTooLargeError) as caught:
        layout(cards_of(document), document.wires, seconds=0.0)
    assert "61 blocks with 65 wires" in caught.value.message
    assert "old layout was kept" in caught.value.hint


def graphs():
    ends = st.tuples(st.integers(0, 11), st.integers(0, 11)).filter(lambda pair: pair[0] != pair[1])
    sizes = st.lists(
        st.tuples(st.integers(40, 200), st.integers(40, 200)), min_size=12, max_size=12
    )
    return st.tuples(sizes, st.lists(ends, max_size=24))


def drawn(graph) -> tuple[dict[str, Card], list[Wire]]:
    sizes, ends = graph
    cards = {f"n{number}": Card(*size) for number, size in enumerate(sizes)}
    return cards, [Wire(source=f"n{a}", target=f"n{b}") for a, b in ends]


@settings(deadline=None, max_examples=150)
@given(graphs(), st.sampled_from([None, 500.0]), st.sampled_from(["right", "down"]))
def test_any_graph_gets_a_layout_without_overlaps(graph, max_width, direction):
    cards, wires = drawn(graph)
    made = layout(cards, wires, max_width=max_width, direction=direction)
    assert list(made.positions) == list(cards)
    assert not overlap(cards, made.positions)
    assert through(wires, cards, made) == 0
    assert together(wires, made.routes) == 0


@settings(deadline=None, max_examples=60)
@given(graphs(), st.sets(st.integers(0, 11), min_size=1), st.randoms(use_true_random=False))
def test_the_layout_of_a_part_touches_no_other_card(graph, part, random):
    cards, wires = drawn(graph)
    spots = random.sample([(x * 260.0, y * 260.0) for x in range(5) for y in range(5)], 12)
    before = dict(zip(cards, spots, strict=True))
    chosen = {f"n{number}" for number in part}
    made = layout_part(cards, wires, before, chosen)
    assert not overlap(cards, made.positions)
    assert all(made.positions[id] == before[id] for id in cards if id not in chosen)
    assert through(wires, cards, made) == 0


def test_a_part_stays_where_it_was():
    document = resnet(4)
    cards = cards_of(document)
    before = layout(cards, document.wires)
    ids = [node.id for node in document.nodes][9:15]  # one residual block
    made = layout_part(cards, document.wires, before.positions, ids)
    for id in cards:
        assert made.positions[id] == pytest.approx(before.positions[id], abs=40)
    assert crossings(made.routes) == 0


def test_pinned_cards_stay_exactly_where_they_are():
    document = resnet(4)
    cards = cards_of(document)
    ids = [node.id for node in document.nodes]
    pinned = {ids[3]: (0.0, 0.0), ids[8]: (813.5, 277.0), ids[20]: (2600.0, 300.0)}
    made = keep_pinned(cards, document.wires, pinned)
    assert {id: made.positions[id] for id in pinned} == pinned
    assert not overlap(cards, made.positions)
    assert through(document.wires, cards, made) == 0
    assert list(made.positions) == list(cards)


def test_only_wires_behind_cards_are_led_around():
    cards = squares("abc")
    places = {"a": (0.0, 0.0), "b": (200.0, 0.0), "c": (400.0, 0.0)}
    wires = wired("a>b", "b>c", "a>c")
    lines = [[(50, 0), (150, 0)], [(250, 0), (350, 0)], [(50, 0), (350, 0)]]
    ways = ways_around(cards, places, wires, lines)
    assert list(ways) == [2]
    assert ways[2][0] == (50.0, 0.0)
    assert ways[2][-1] == (350.0, 0.0)
    assert max(abs(y) for _, y in ways[2]) > 30


def test_a_card_that_is_walled_in_is_reached_straight():
    cards = squares("a") | {"wall": Card(40, 4000), "b": Card(100, 60), "lid": Card(4000, 40)}
    places = {"a": (0.0, 0.0), "wall": (80.0, 0.0), "b": (140.0, 0.0), "lid": (100.0, 50.0)}
    ways = ways_around(cards, places, wired("a>b"), [[(50, 0), (90, 0)]])
    assert ways == {0: ((50.0, 0.0), (90.0, 0.0))}
